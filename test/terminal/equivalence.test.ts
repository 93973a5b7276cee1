import test from 'ava';
import fc from 'fast-check';
import {enterSequence} from '../../source/terminal/modes.ts';
import type {Capabilities} from '../../source/terminal/terminal.ts';
import {emulatedTerminal, type EmulatedTerminal} from '../emulated-terminal.ts';
import {asInkWrites, DiffScreen, fullCapabilities} from './diff-screen.ts';
import {differenceSeen} from './seen-cells.ts';
import {anyStory, frameOf, type Scene, sceneAfter, type Step} from './scene.ts';

const clear = '\u{1B}[m\u{1B}[2J\u{1B}[H';

/** Two terminals that must always show the same: one gets Ink's own frames, the other ours. */
class Twins {
	#scene: Scene;
	readonly #plain: EmulatedTerminal;
	readonly #ours: EmulatedTerminal;
	readonly #screen: DiffScreen;

	constructor(scene: Scene, capabilities: Partial<Capabilities>) {
		const {columns, rows} = scene.size;
		this.#scene = scene;
		this.#plain = emulatedTerminal(columns, rows);
		this.#ours = emulatedTerminal(columns, rows);
		this.#screen = new DiffScreen(scene.size, capabilities);
	}

	async #follow(step: Step): Promise<void> {
		switch (step.type) {
			case 'resize': {
				const {columns, rows} = step.size;
				this.#plain.resize(columns, rows);
				this.#ours.resize(columns, rows);
				this.#screen.output.resize(step.size);
				await this.#plain.write(clear);

				break;
			}

			case 'repaint': {
				await this.#ours.write('rubbish from elsewhere');
				this.#screen.output.repaint();

				break;
			}

			case 'fall behind': {
				this.#screen.isLinkBehind = true;

				break;
			}

			case 'scroll':
			case 'write': {
				break;
			}
		}
	}

	async #draw(): Promise<void> {
		const frame = frameOf(this.#scene);
		// The terminal driver adds the carriage returns (ONLCR).
		await this.#plain.write(asInkWrites(frame).replaceAll('\n', '\r\n'));
		await this.#ours.write(await this.#screen.draw(frame));
	}

	/** Enters the terminal and draws the first picture. */
	async begin(): Promise<void> {
		await this.#plain.write(`\u{1B}[?1049h${clear}`);
		await this.#ours.write(enterSequence(fullCapabilities));
		await this.#draw();
	}

	async take(step: Step): Promise<void> {
		this.#scene = sceneAfter(this.#scene, step);
		await this.#follow(step);
		await this.#draw();
	}

	/** Lets the link take what it missed and compares every cell. */
	async difference(): Promise<string | undefined> {
		this.#screen.catchUp();
		await this.#ours.write(await this.#screen.sentSoFar());
		return differenceSeen(this.#plain, this.#ours);
	}
}

for (const [name, capabilities, stories] of [
	['with everything a terminal may have', {}, 200],
	['without scroll regions', {hasScrollRegion: false}, 50],
	['as a VT100', {hasEraseCharacters: false}, 50],
	['as a terminal nobody knows', {hasScrollRegion: false, hasEraseCharacters: false}, 50],
	['with synchronised output', {hasSynchronisedOutput: true}, 50],
] as const) {
	test(`thousands of random frames look the same as Ink draws them, ${name}`, async t => {
		await t.notThrowsAsync(async () => {
			await fc.assert(fc.asyncProperty(anyStory, async ({size, rows, steps}) => {
				const twins = new Twins({size, rows}, capabilities);
				await twins.begin();
				for (const step of steps) {
					await twins.take(step); // eslint-disable-line no-await-in-loop -- each picture follows from the one before
					const difference = step.type === 'fall behind' ? undefined : await twins.difference(); // eslint-disable-line no-await-in-loop -- as above
					if (difference !== undefined) {
						throw new Error(difference);
					}
				}
			}), {numRuns: stories, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true});
		});
	});
}
