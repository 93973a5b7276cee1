import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {KeyDecoder} from '../../source/terminal/key-decoder.ts';
import {terminalType} from '../../source/terminal/terminal-types.ts';
import type {TerminalInput} from '../../source/terminal/terminal.ts';
import {always} from '../text/byte-samples.ts';

type KeyRow = {readonly term: string; readonly cap: string; readonly key: string; readonly bytes: Uint8Array};

/** What the keys of eighteen kinds of terminals send. */
const keyRows: readonly KeyRow[] = readFileSync(new URL('../fixtures/hostile/keys.tsv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map(line => line.split('\t'))
	.map(([term, cap, key, hex]) => ({term: term!, cap: cap!, key: key!, bytes: Buffer.from(hex!, 'hex')}));

const escapeWaitMs = 100;

const decoderFor = (term: string): KeyDecoder => new KeyDecoder({dialect: terminalType(term)?.keys ?? 'common', escapeWaitMs});

const named = (inputs: readonly TerminalInput[]): string[] => inputs.map(input => input.type === 'key' ? input.name : `paste ${input.text}`);

/** Every part in turn, each `gapMs` after the one before; time runs as a terminal's owner lets it run. */
function decode(parts: readonly Uint8Array[], {gapMs = 0, term = 'xterm'}: {readonly gapMs?: number; readonly term?: string} = {}): string[] {
	const decoder = decoderFor(term);
	const inputs: TerminalInput[] = [];
	let nowMs = 0;
	const runUntil = (endMs: number): void => {
		for (let {deadlineMs} = decoder; deadlineMs !== undefined && deadlineMs <= endMs; {deadlineMs} = decoder) {
			inputs.push(...decoder.expire(deadlineMs));
		}

		nowMs = endMs;
	};

	for (const [index, part] of parts.entries()) {
		runUntil(nowMs + (index === 0 ? 0 : gapMs));
		inputs.push(...decoder.push(part, nowMs));
	}

	runUntil(Infinity);
	return named(inputs);
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('there are 328 rows of keys', t => {
	t.is(keyRows.length, 328);
});

for (const {term, cap, key, bytes: sequence} of keyRows) {
	test(`${term} ${cap} ${Buffer.from(sequence).toString('hex')} is ${key}`, t => {
		t.deepEqual(decode([sequence], {term}), [key]);
	});
}

for (const character of ['/', '?', '+', '-', '1', '0', 'h', 'k', '!', '@']) {
	test(`Escape and ${character} in one read are those two keys, and one key only on what may be a serial line`, t => {
		const both = Buffer.from(`\u{1B}${character}`);
		for (const term of ['xterm-256color', 'xterm', 'screen', 'tmux-256color', 'linux', 'rxvt', 'putty']) {
			t.deepEqual(decode([both], {term}), [`alt+${character}`]);
		}

		t.false(decode([both], {term: 'vt220'})[0]!.startsWith('alt+'));
	});
}

test('a key split at any byte is the same key while the rest comes within the Escape wait', t => {
	for (const row of keyRows) {
		for (let at = 1; at < row.bytes.length; at++) {
			for (const gapMs of [0, 1, 20, 50, escapeWaitMs - 1]) {
				t.deepEqual(decode([row.bytes.subarray(0, at), row.bytes.subarray(at)], {term: row.term, gapMs}), [row.key], `${row.term} ${row.key} split at ${at}, ${gapMs} ms`);
			}
		}
	}
});

test('a key split by half a second never types the rest of its sequence', t => {
	const sequenceRows = keyRows.filter(row => row.bytes[1] === 0x5B || row.bytes[1] === 0x4F);
	for (const row of sequenceRows) {
		for (let at = 1; at < row.bytes.length; at++) {
			for (const gapMs of [escapeWaitMs + 1, 200, 350, 500]) {
				const expected = at === 1 ? ['escape', row.key] : [row.key];
				t.deepEqual(decode([row.bytes.subarray(0, at), row.bytes.subarray(at)], {term: row.term, gapMs}), expected, `${row.term} ${row.key} split at ${at}, ${gapMs} ms`);
			}
		}
	}
});

test('keys that come glued together are all told', t => {
	for (const term of new Set(keyRows.map(row => row.term))) {
		const rows = keyRows.filter(row => row.term === term);
		const glued = Buffer.concat(rows.map(row => row.bytes));
		t.deepEqual(decode([glued], {term}), rows.map(row => row.key));
	}
});

for (const [name, sent, told] of [
	['repeats in one read', 'jjj', ['j', 'j', 'j']],
	['a held key of any length', 'j'.repeat(200), Array.from({length: 200}, () => 'j')],
	['two keys in turns', 'jk'.repeat(40), Array.from({length: 80}, (_, index) => index % 2 === 0 ? 'j' : 'k')],
	['a long name typed in place of another, with its Enter', `${'\u{7F}'.repeat(3)}/var/log/exports/of-the-plant-2026.csv\r`, ['backspace', 'backspace', 'backspace', ...'/var/log/exports/of-the-plant-2026.csv', 'enter']],
	['a search typed ahead of a stalled link', '/password\r', [...'/password', 'enter']],
	['a search, its Enter and a held n typed ahead', `/error\r${'n'.repeat(40)}`, [...'/error', 'enter', ...'n'.repeat(40)]],
	['Escape alone', '\u{1B}', ['escape']],
	['Escape twice', '\u{1B}\u{1B}', ['escape', 'escape']],
	['Escape, then an arrow', '\u{1B}\u{1B}[A', ['escape', 'up']],
	['Space has a name', ' ', ['space']],
	['control letters', '\u{6}\u{C}\u{1A}', ['ctrl+f', 'ctrl+l', 'ctrl+z']],
	['Enter is CR or LF', '\r\n', ['enter', 'enter']],
	['modified arrows', '\u{1B}[1;5A\u{1B}[1;2B\u{1B}[1;3C', ['ctrl+up', 'shift+down', 'alt+right']],
	['modified keys with a number', '\u{1B}[5;5~\u{1B}[3;2~', ['ctrl+pageup', 'shift+delete']],
	['keys sent by code point', '\u{1B}[102;5u\u{1B}[27;5;102~', ['ctrl+f', 'ctrl+f']],
	['letters sent by code point', '\u{1B}[97u\u{1B}[97;1u\u{1B}[27;1;97~\u{1B}[228u', ['a', 'a', 'a', 'ä']],
	['capitals sent by code point', '\u{1B}[27;2;65~\u{1B}[97;2u\u{1B}[97:65;2u\u{1B}[97;2;65u', ['A', 'A', 'A', 'A']],
	['a sign on the key of another, sent by code point', '\u{1B}[27;2;33~\u{1B}[49:33;2u\u{1B}[49;2;33u', ['!', '!', '!']],
	['named keys sent by code point', '\u{1B}[27u\u{1B}[13u\u{1B}[9;2u\u{1B}[127u\u{1B}[32u\u{1B}[27;2;32~', ['escape', 'enter', 'shift+tab', 'backspace', 'space', 'space']],
	['keys of the keypad, sent by code point', '\u{1B}[57419u\u{1B}[57420;1:1u\u{1B}[57414u', ['up', 'down', 'enter']],
	['keys under Caps Lock and Num Lock', '\u{1B}[1;129A\u{1B}[102;69u\u{1B}[5;65~', ['up', 'ctrl+f', 'pageup']],
	['a key pressed, held and let go', '\u{1B}[1;1:1A\u{1B}[1;1:2A\u{1B}[1;1:3A\u{1B}[97;1:1u\u{1B}[97;1:3u\u{1B}[5;1:3~\u{1B}[102;5:3u', ['up', 'up', 'a']],
	['letters of other scripts', 'é中', ['é', '中']],
	['a letter and its mark are one key', 'e\u{301}', ['e\u{301}']],
	['an emoji of many code points is one key', '👨‍👩‍👧', ['👨‍👩‍👧']],
	['Alt with a character', '\u{1B}x', ['alt+x']],
	['an unfinished sequence types nothing', '\u{1B}[1;', []],
	['an unfinished string types nothing', '\u{1B}]11;rgb:00', []],
	['a sequence broken by another', '\u{1B}[1;\u{1B}[A', ['up']],
] as const) {
	test(`keys: ${name}`, t => {
		t.deepEqual(decode([bytes(sent)]), [...told]);
	});
}

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

test('bytes that are not UTF-8 are no keys', t => {
	t.deepEqual(decode([Uint8Array.of(0x61, 0xFF, 0xC3, 0x28, 0x62)]), ['a', '(', 'b']);
});

for (const [name, parts, told] of [
	['bracketed', ['\u{1B}[200~q\r:x\u{1B}[A\u{1B}[201~j'], ['paste q\n:x\u{1B}[A', 'j']],
	['bracketed and split anywhere', ['\u{1B}[20', '0~ab', 'c\u{1B}[2', '01', '~j'], ['paste abc', 'j']],
	['bracketed and never ended', ['\u{1B}[200~abc'], ['paste abc']],
	['empty', ['\u{1B}[200~\u{1B}[201~'], ['paste ']],
	['without brackets, one long line', ['Mar  3 08:50:05 host sshd[1]: quit'], ['paste Mar  3 08:50:05 host sshd[1]: quit']],
	['without brackets, lines', ['first line\rq\r'], ['paste first line\nq\n']],
	['without brackets, with answers of the terminal in it', ['Mar  3 08:50:05 host\u{1B}[0n sshd[1]: quit', '\u{1B}[0n', 'qq\u{1B}[0', 'nqq'], ['paste Mar  3 08:50:05 host sshd[1]: quit', 'paste qq', 'paste qq']],
	['without brackets, its end before a key', ['Mar  3 08:50:05 host sshd[1]: quit', 'qq\u{1B}[Ajj', 'j'], ['paste Mar  3 08:50:05 host sshd[1]: quit', 'paste qq', 'up', 'j', 'j', 'j']],
	['with brackets once, so what comes without them was typed', ['\u{1B}[200~abc\u{1B}[201~', '/connection refused by the other end\rn'], ['paste abc', ...'/connection', 'space', ...'refused', 'space', ...'by', 'space', ...'the', 'space', ...'other', 'space', ...'end', 'enter', 'n']],
	['without brackets, in two reads', ['Mar  3 08:50:05 host sshd[1]: quit', 'qq'], ['paste Mar  3 08:50:05 host sshd[1]: quit', 'paste qq']],
] as const) {
	test(`pasted: ${name}`, t => {
		t.deepEqual(decode(parts.map(part => bytes(part)), {gapMs: 10}), [...told]);
	});
}

test('what a text box gets is the character itself', t => {
	const decoder = new KeyDecoder();
	t.deepEqual(decoder.push(bytes('a \u{6}\r'), 0), [
		{type: 'key', name: 'a', text: 'a'},
		{type: 'key', name: 'space', text: ' '},
		{type: 'key', name: 'ctrl+f', text: undefined},
		{type: 'key', name: 'enter', text: undefined},
	]);
});

test('Escape waits as long as it is told to', t => {
	const decoder = new KeyDecoder({escapeWaitMs: 250});
	t.deepEqual(decoder.push(bytes('\u{1B}'), 1000), []);
	t.is(decoder.deadlineMs, 1250);
	t.deepEqual(decoder.expire(1249), []);
	t.deepEqual(named(decoder.expire(1250)), ['escape']);
});

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

for (const [name, rest, told] of [
	['the key typed after it is another', '/', ['escape', '/']],
	['so is one with an answer of the terminal before it', '\u{1B}[0n/', ['escape', '/']],
	['the rest of a sequence makes one key of both', '[A', ['up']],
	['so does the rest of a function key', 'OP', ['f1']],
] as const) {
	test(`when the program was too busy to tell an Escape in time, ${name}`, t => {
		const decoder = decoderFor('vt220');
		decoder.push(bytes('\u{1B}'), 0);
		const inputs = decoder.push(bytes(rest), escapeWaitMs);
		t.deepEqual(named(inputs), [...told]);
		t.is(decoder.deadlineMs, undefined);
	});
}

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

test('nothing half read, nothing to wait for', t => {
	const decoder = new KeyDecoder();
	decoder.push(bytes('j\u{1B}[A'), 0);
	t.is(decoder.deadlineMs, undefined);
});
