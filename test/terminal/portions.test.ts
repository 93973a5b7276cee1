import test from 'ava';
import fc from 'fast-check';
import {DrawnScreen} from '../../source/terminal/drawn-screen.ts';
import {readFrame} from '../../source/terminal/frame-parser.ts';
import {TerminalPicture, type Portion, type WantedPicture} from '../../source/terminal/terminal-picture.ts';
import {wireBytes} from '../../source/terminal/wire-bytes.ts';
import {emulatedTerminal} from '../emulated-terminal.ts';
import {asInkWrites, DiffScreen, fullCapabilities} from './diff-screen.ts';
import {anyStory, frameOf, type Scene, sceneAfter} from './scene.ts';
import {differenceSeen} from './seen-cells.ts';

function pictureOf(scene: Scene): WantedPicture {
	const {columns, rows} = scene.size;
	const screen = new DrawnScreen(columns, rows);
	readFrame(asInkWrites(frameOf(scene)), screen, {isCursorShown: false, isFrameOpen: false}, fullCapabilities);
	return {cells: screen.cells, cursor: {x: 0, y: 0}, isCursorShown: false};
}

const anyRanks = fc.dictionary(fc.constantFrom('0', '3', '7', '19'), fc.nat(3));
const anyPortion = fc.record({mostBytes: fc.integer({min: 1, max: 200}), ranks: anyRanks})
	.map(({mostBytes, ranks}): Portion => ({mostBytes, firstRows: new Map(Object.entries(ranks).map(([row, rank]) => [Number(row), rank]))}));
const anyPortions = fc.array(anyPortion, {maxLength: 3});
const portionsOfAllSteps = fc.array(anyPortions, {minLength: 12, maxLength: 12});

test('a picture sent in portions, each against whatever is wanted by then, ends up whole', async t => {
	await t.notThrowsAsync(async () => {
		await fc.assert(fc.asyncProperty(anyStory, portionsOfAllSteps, async ({size, rows, steps}, portions) => {
			const shown = emulatedTerminal(size.columns, size.rows);
			const picture = new TerminalPicture(fullCapabilities);
			await shown.write('\u{1B}[?7l');
			let scene: Scene = {size, rows};
			for (const [index, step] of steps.entries()) {
				scene = step.type === 'resize' ? scene : sceneAfter(scene, step);
				const wanted = pictureOf(scene);
				for (const portion of portions[index]!) {
					await shown.write(picture.updateTo(wanted, portion).text); // eslint-disable-line no-await-in-loop -- one portion after the other
				}
			}

			const rest = restOf(picture, pictureOf(scene));
			await shown.write(rest);
			const plain = emulatedTerminal(size.columns, size.rows);
			const frame = asInkWrites(frameOf(scene));
			await plain.write(frame.replaceAll('\n', '\r\n'));
			const difference = differenceSeen(plain, shown);
			if (difference !== undefined) {
				throw new Error(difference);
			}
		}), {numRuns: 150});
	});
});

/** All that is missing, a little at a time. */
function restOf(picture: TerminalPicture, wanted: WantedPicture): string {
	let sent = '';
	for (let isWhole = false; !isWhole;) {
		const update = picture.updateTo(wanted, {mostBytes: 50, firstRows: new Map()});
		sent += update.text;
		isWhole = update.isWhole;
	}

	return sent;
}

const sceneOf = (rows: readonly string[]): Scene => ({size: {columns: 80, rows: rows.length}, rows: rows.map(text => [{sgr: '', text}])});

const update = (before: readonly string[], after: readonly string[], portion: Portion) => {
	const picture = new TerminalPicture(fullCapabilities);
	picture.updateTo(pictureOf(sceneOf(before)));
	return picture.updateTo(pictureOf(sceneOf(after)), portion);
};

const manyRows = Array.from({length: 20}, (_, row) => `row ${row} `.repeat(8));
const otherRows = manyRows.map(text => text.replaceAll('row', 'new'));

test('a portion is hardly longer than asked for', t => {
	const {text, isWhole} = update(manyRows, otherRows, {mostBytes: 80, firstRows: new Map()});
	t.false(isWhole);
	t.true(wireBytes(text) < 80 + 32 + 20, `${wireBytes(text)} bytes`);
});

test('what a key has changed goes first', t => {
	const ranks = new Map([[20, 0], [3, 1]]);
	const {text} = update([...manyRows, '/ '], [...otherRows, '/ x'], {mostBytes: 20, firstRows: ranks});
	const places = ['x', 'new', 'new 3'].map(part => text.indexOf(part));
	t.deepEqual(places, places.toSorted((first, second) => first - second));
	t.is(places[1], places[2]);
	t.true(places[0]! >= 0);
});

test('over a slow line the newest rows come first, from the bottom up, and the sidebar after them', t => {
	const beside = manyRows.map((text, row) => `${`list ${row}`.padEnd(20)}│${text.slice(0, 50)}`);
	const sent = restOf(new TerminalPicture(fullCapabilities), pictureOf(sceneOf(beside)));
	const places = ['row 19', 'row 18', 'row 0', 'list 0', 'list 1', 'list 19'].map(part => sent.indexOf(part));
	t.deepEqual(places, places.toSorted((first, second) => first - second));
	t.true(places[0]! >= 0);
});

/** Settled by hand: how long the terminal takes to answer is what tells a slow line. */
const clock = {nowMs: 0};
performance.now = () => clock.nowMs;

test('a frame that newer ones overtake is given up for them, but not for ever', async t => {
	const screen = new DiffScreen({columns: 80, rows: 24}, {hasStatusReport: true});
	const answered = async (afterMs = 1000): Promise<string> => {
		clock.nowMs += afterMs;
		screen.output.answered();
		return screen.sentSoFar();
	};

	const frame = (letter: string): string => Array.from({length: 24}, (_, row) => letter.repeat(40 + (row % 7))).join('\n');
	await answered(1);
	await screen.draw(frame('a'));
	for (let left = 20; left > 0; left--) {
		await answered(); // eslint-disable-line no-await-in-loop -- until all of the first frame is shown, and the line known as a slow one
	}

	/** Those of runs: an escape sequence ends with a single one. */
	const lettersOf = (sent: string): string => [...new Set(Array.from(sent.matchAll(/(?<letter>[a-z])\k<letter>{3}/gv), ({groups}) => groups!.letter))].join('');
	const drawn: string[] = [];
	for (const letter of 'bcdef') {
		const begun = await screen.draw(frame(letter)); // eslint-disable-line no-await-in-loop -- one frame after the other
		const continued = await answered(); // eslint-disable-line no-await-in-loop -- see above
		drawn.push(lettersOf(begun + continued));
	}

	t.deepEqual(drawn, ['b', 'c', 'd', 'e', 'e']);
	while (drawn.at(-1) !== '') {
		const sent = await answered(); // eslint-disable-line no-await-in-loop -- see above
		drawn.push(lettersOf(sent));
	}

	t.is([...new Set(drawn.join(''))].join(''), 'bcdef');
});
