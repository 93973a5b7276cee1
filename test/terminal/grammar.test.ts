import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {shownSpans} from '../../source/text/escape.ts';
import {decodeForeign} from '../../source/text/foreign.ts';
import {enterSequence, leaveSequence} from '../../source/terminal/modes.ts';
import {always, anyBytes, hostilePayloads} from '../text/byte-samples.ts';
import {DiffScreen, fullCapabilities} from './diff-screen.ts';
import {forbiddenPart} from './grammar.ts';
import {anyStory, frameOf, sceneAfter} from './scene.ts';

for (const [name, sent] of [
	['a title', '\u{1B}]0;PWN\u{7}'],
	['a question to the terminal', '\u{1B}[6n'],
	['blinking', '\u{1B}[5m'],
	['concealing', '\u{1B}[8m'],
	['an 8-bit control', '\u{9B}31m'],
	['a bell', '\u{7}'],
	['a mode of the mouse', '\u{1B}[?1003h'],
	['a direction', 'ab\u{202E}cd'],
	['half a sequence', '\u{1B}['],
] as const) {
	test(`the recogniser refuses ${name}`, t => {
		t.not(forbiddenPart(`x${sent}`), undefined);
	});
}

test('all we send on entering and leaving is allowed', t => {
	for (const hasAlternateScreen of [true, false]) {
		const capabilities = {...fullCapabilities, hasAlternateScreen, hasSynchronisedOutput: true};
		t.is(forbiddenPart(enterSequence(capabilities) + leaveSequence(capabilities, {rows: 24})), undefined);
	}
});

test('all we send for random frames is allowed', async t => {
	await t.notThrowsAsync(async () => {
		await fc.assert(fc.asyncProperty(anyStory, async ({size, rows, steps}) => {
			const screen = new DiffScreen(size, {hasSynchronisedOutput: true});
			let scene = {size, rows};
			let sent = await screen.draw(frameOf(scene));
			for (const step of steps) {
				scene = step.type === 'resize' ? scene : sceneAfter(scene, step) as typeof scene;
				sent += await screen.draw(frameOf(scene)); // eslint-disable-line no-await-in-loop -- each picture follows from the one before
			}

			return forbiddenPart(sent) === undefined;
		}), {numRuns: 150});
	});
});

/** What is sent for one row of text, above a row that must come out whole. */
async function sentFor(text: string, isUnicode: boolean): Promise<string> {
	const screen = new DiffScreen({columns: 120, rows: 3}, {isUnicode});
	await screen.draw('\n\n');
	return screen.draw(`${text}\nnext line\n`);
}

for (const {id, bytes, neverSent} of hostilePayloads) {
	for (const isUnicode of [true, false]) {
		const where = isUnicode ? 'a terminal' : 'a terminal without Unicode';
		test(`hostile: ${id} never reaches ${where}, and the next line does`, async t => {
			const spans = shownSpans(decodeForeign(bytes), [], {isAscii: !isUnicode, untilCells: 120});
			const sent = await sentFor(spans.map(span => span.text).join(''), isUnicode);
			t.is(forbiddenPart(sent), undefined);
			t.true(isHarmless(neverSent) || !Buffer.from(sent).includes(Buffer.from(neverSent)));
			t.true(sent.includes('next line'));
		});

		test(`hostile: ${id} finds a second wall at ${where} where it was not escaped`, async t => {
			const sent = await sentFor(decodeForeign(bytes), isUnicode);
			t.is(forbiddenPart(sent), undefined);
		});
	}
}

/** Nothing to look for, or what every sequence of ours begins with. */
const isHarmless = (sequence: Uint8Array): boolean => sequence.length === 0 || (sequence.length === 1 && sequence[0] === 0x1B);

test('nothing beyond ASCII goes to a terminal without Unicode', t => {
	always(t, fc.property(anyBytes, bytes => {
		const spans = shownSpans(decodeForeign(bytes), [], {isAscii: true});
		return spans.every(span => /^[\p{ASCII}--\p{Control}]*$/v.test(span.text));
	}));
});
