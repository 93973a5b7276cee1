import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {always} from '../text/byte-samples.ts';
import {bytes, decode, decoderFor, escapeWaitMs, keyRows, named} from './decoding.ts';

for (const [name, sent] of [
	['cursor report', '\u{1B}[24;80R'],
	['device attributes', '\u{1B}[?62;1;6c'],
	['secondary device attributes', '\u{1B}[>41;354;0c'],
	['status report', '\u{1B}[0n'],
	['mode report', '\u{1B}[?2026;2$y'],
	['background colour', '\u{1B}]11;rgb:0000/0000/0000\u{7}'],
	['background colour, ended by ST', '\u{1B}]11;rgb:0000/0000/0000\u{1B}\\'],
	['terminal name', '\u{1B}P>|XTerm(379)\u{1B}\\'],
	['window size', '\u{1B}[8;24;80t'],
	['keyboard flags', '\u{1B}[?1u'],
	['SGR mouse press and release', '\u{1B}[<0;10;10M\u{1B}[<0;10;10m'],
	['urxvt mouse', '\u{1B}[32;10;10M'],
	['X10 mouse', '\u{1B}[M !!'],
	['SGR mouse in pixels and with the wheel', '\u{1B}[<64;1200;800M\u{1B}[<65;1200;800M'],
	['focus out', '\u{1B}[O'],
	['focus in', '\u{1B}[I'],
	['third device attributes', '\u{1B}P!|7E565445\u{1B}\\'],
	['a colour of the palette', '\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\'],
	['the clipboard', '\u{1B}]52;c;cXVpdA==\u{7}'],
	['a setting', '\u{1B}P1$r0m\u{1B}\\'],
	['a capability', '\u{1B}P1+r544e=787465726d\u{1B}\\'],
	['the light or dark look', '\u{1B}[?997;1n'],
	['a modifier alone', '\u{1B}[57441;2u\u{1B}[57441;1:3u'],
	['a media key', '\u{1B}[57428u'],
	['a key of the Windows console', '\u{1B}[65;30;97;1;0;1_'],
] as const) {
	test(`the terminal's own words are no keys: ${name}`, t => {
		t.deepEqual(decode([bytes(`a${sent}b`)]), ['a', 'b']);
		for (let at = 2; at < sent.length; at++) {
			const parts = [sent.slice(0, at), sent.slice(at)].map(part => bytes(part));
			t.deepEqual(decode(parts, {gapMs: 30}), [], `split at ${at}`);
		}
	});
}

test('answers of the terminal make an Escape wait no longer', t => {
	const decoder = decoderFor('vt220');
	decoder.push(bytes('\u{1B}'), 0);
	for (let nowMs = 10; nowMs < escapeWaitMs; nowMs += 10) {
		const inputs = decoder.push(bytes('\u{1B}[0n'), nowMs);
		t.deepEqual(inputs, []);
	}

	t.is(decoder.deadlineMs, escapeWaitMs);
	t.deepEqual(named(decoder.expire(escapeWaitMs)), ['escape']);
	const after = decoder.push(bytes('/u'), escapeWaitMs + 1);
	t.deepEqual(named(after), ['/', 'u']);
});

test('an Escape that comes behind the end of an answer waits its own time', t => {
	const decoder = decoderFor('xterm');
	decoder.push(bytes('\u{1B}'), 0);
	decoder.push(bytes('[0n\u{1B}'), 50);
	t.is(decoder.deadlineMs, 50 + escapeWaitMs);
	const inputs = decoder.push(bytes('OA'), 50 + escapeWaitMs - 1);
	t.deepEqual(named(inputs), ['up']);
});

const anyKey = fc.constantFrom(...keyRows.filter(({term}) => term === 'xterm-256color'));
const anyWords = fc.constantFrom('', '\u{1B}[0n', '\u{1B}[<0;10;10M', '\u{1B}]11;rgb:0000/0000/0000\u{7}', '\u{1B}[?62;1;6c');
const anyKeys = fc.array(fc.record({row: anyKey, words: anyWords}), {minLength: 1, maxLength: 30});
const anyCuts = fc.uniqueArray(fc.nat(400), {maxLength: 20});

test('keys among the terminal\'s own words, cut anywhere, are those keys and nothing else', t => {
	always(t, fc.property(anyKeys, anyCuts, fc.nat(escapeWaitMs - 1), (keys, cuts, gapMs) => {
		const stream = Buffer.concat(keys.flatMap(({row, words}) => [row.bytes, bytes(words)]));
		const ends = [...cuts.toSorted((one, other) => one - other), stream.length];
		const told = decode(ends.map((end, index) => stream.subarray(ends[index - 1] ?? 0, end)), {term: 'xterm-256color', gapMs});
		return told.join(' ') === keys.map(({row}) => row.key).join(' ');
	}));
});
