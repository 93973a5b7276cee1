import {Buffer} from 'node:buffer';
import test from 'ava';
import {KeyDecoder} from '../../source/terminal/key-decoder.ts';
import {keyRows, escapeWaitMs, decoderFor, named, decode, bytes} from './decoding.ts';

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

test('nothing half read, nothing to wait for', t => {
	const decoder = new KeyDecoder();
	decoder.push(bytes('j\u{1B}[A'), 0);
	t.is(decoder.deadlineMs, undefined);
});
