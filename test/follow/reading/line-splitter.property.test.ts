import {Buffer} from 'node:buffer';
import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import {LineSplitter} from '../../../source/follow/reading/line-splitter.ts';

test('however bytes are cut into pieces, the same lines come, each at its offset', t => {
	const byte = fc.constantFrom(0x0A, 0x0D, 0x00, 0x61, 0xFF);
	const cut = fc.integer({min: 1, max: 9});
	t.notThrows(() => {
		fc.assert(fc.property(fc.array(byte), fc.array(cut), (all, cuts) => {
			const text = Buffer.from(all);
			const splitter = new LineSplitter();
			const given: Array<{offsetBytes: number; bytes: Uint8Array}> = [];
			let offsetBytes = 0;
			for (const length of [...cuts, text.length]) {
				splitter.push(offsetBytes, text.subarray(offsetBytes, offsetBytes + length), (at, lines) => {
					given.push({offsetBytes: at, bytes: Buffer.from(lines)});
				});
				offsetBytes = Math.min(text.length, offsetBytes + length);
			}

			const wholeBytes = text.lastIndexOf(0x0A) + 1;
			assert.deepEqual(Buffer.concat(given.map(each => each.bytes)), text.subarray(0, wholeBytes));
			assert.deepEqual(Buffer.from(splitter.rest()), text.subarray(wholeBytes));
			assert.ok(given.every(each => each.bytes.at(-1) === 0x0A));
			assert.ok(given.every((each, index) => each.offsetBytes === (index === 0 ? 0 : given[index - 1]!.offsetBytes + given[index - 1]!.bytes.length)));
		}));
	});
});

test('a line of 10 MB in small pieces is one line', t => {
	const splitter = new LineSplitter();
	const piece = Buffer.alloc(8192, 'x');
	const given: number[] = [];
	const pieces = 10 * 128;
	for (let index = 0; index < pieces; index++) {
		splitter.push(index * piece.length, piece, (_offsetBytes, lines) => {
			given.push(lines.length);
		});
	}

	t.deepEqual(given, []);
	splitter.push(pieces * piece.length, Buffer.from('\nnext'), (_offsetBytes, lines) => {
		given.push(lines.length);
	});
	t.deepEqual(given, [(pieces * piece.length) + 1]);
	t.is(splitter.restBytes, 4);
});
