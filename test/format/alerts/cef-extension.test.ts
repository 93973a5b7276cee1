import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {readExtension} from '../../../source/format/alerts/cef-extension.ts';
import {PairList} from '../../../source/format/bytes/pair-list.ts';

type Pair = readonly [key: string, value: string];

function pairsIn(text: string): Pair[] {
	const bytes = Buffer.from(`|${text}|`, 'latin1');
	const pairs = new PairList();
	readExtension(pairs, bytes, 1, bytes.length - 1);
	return Array.from({length: pairs.count}, (_, pair) => [bytes.toString('latin1', pairs.keyStarts[pair], pairs.keyEnds[pair]), bytes.toString('latin1', pairs.starts[pair], pairs.ends[pair])]);
}

/** The same, said plainly: from left to right, a backslash takes the byte behind it along. */
function pairsFromLeft(text: string): Pair[] {
	const found: Array<{key: string; at: number; valueAt: number}> = [];
	let wordAt = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '\\') {
			at++;
		} else if (text[at] === ' ') {
			wordAt = at + 1;
		} else if (text[at] === '=' && /^[\w\-.]+$/v.test(text.slice(wordAt, at))) {
			found.push({key: text.slice(wordAt, at), at: wordAt, valueAt: at + 1});
			wordAt = text.length;
		}
	}

	const ends = [...found.slice(1).map(({at}) => at - 1), text.length];
	return found.map(({key, valueAt}, index) => [key, text.slice(valueAt, Math.max(valueAt, ends[index]!))]);
}

test('the pairs of an extension are those that reading it from left to right gives', t => {
	const piece = fc.constantFrom('a', 'src_ip', '=', ' ', '\\', String.raw`\=`, String.raw`\ `, '|', '"', 'é', 'cs1.x', '-', '  ');
	fc.assert(fc.property(fc.array(piece, {maxLength: 20}), pieces => {
		const text = pieces.join('');
		t.deepEqual(pairsIn(text), pairsFromLeft(text), JSON.stringify(text));
	}), {numRuns: 3000});
});
