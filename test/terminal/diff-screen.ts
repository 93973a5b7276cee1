import {setImmediate} from 'node:timers/promises';
import {DiffOutput} from '../../source/terminal/diff-output.ts';
import type {OutputLink} from '../../source/terminal/output-link.ts';
import type {Capabilities, Size} from '../../source/terminal/terminal.ts';

/** Everything a good terminal can do. */
export const fullCapabilities: Capabilities = {
	colours: 256, isUnicode: true, hasAlternateScreen: true, hasSynchronisedOutput: false, hasScrollRegion: true, hasStatusReport: true, hasEraseCharacters: true, hasLastColumn: true, isPlain: false, reasons: [],
};

/** Our output for Ink, over a link that takes everything and keeps what was sent, to a terminal that is asked nothing. */
export class DiffScreen {
	readonly #sent: string[] = [];
	readonly #catchUps: Array<() => void> = [];
	readonly output: DiffOutput;
	isLinkBehind = false;

	constructor(size: Size, capabilities: Partial<Capabilities> = {}) {
		const link: Pick<OutputLink, 'isBehind' | 'send' | 'onCaughtUp'> = {
			isBehind: false,
			send: text => {
				this.#sent.push(text);
			},
			onCaughtUp: listener => {
				this.#catchUps.push(listener);
			},
		};
		Object.defineProperty(link, 'isBehind', {get: () => this.isLinkBehind});
		this.output = new DiffOutput(link as OutputLink, size, {...fullCapabilities, hasStatusReport: false, ...capabilities});
		this.output.release();
	}

	/** Draws a whole frame as Ink does, and gives back what was sent for it. */
	async draw(frame: string): Promise<string> {
		this.output.write(asInkWrites(frame));
		return this.sentSoFar();
	}

	/** What was sent since the last time this was asked. */
	async sentSoFar(): Promise<string> {
		await setImmediate();
		return this.#sent.splice(0).join('');
	}

	catchUp(): void {
		this.isLinkBehind = false;
		for (const listener of this.#catchUps) {
			listener();
		}
	}
}

/** A full-screen frame as Ink sends it: the old one erased row by row from the bottom, the new one without a line break at its end. */
export function asInkWrites(frame: string): string {
	const rowCount = frame.split('\n').length;
	return `\u{1B}[?2026h${'\u{1B}[2K\u{1B}[1A'.repeat(rowCount - 1)}\u{1B}[2K\u{1B}[G${frame}\u{1B}[?2026l`;
}
