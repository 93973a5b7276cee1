import {Buffer} from 'node:buffer';
import test from 'ava';
import {hexRows} from '../../source/text/hex-view.ts';

test('bytes are rows of offset, hex and what is printable of them', t => {
	t.deepEqual(hexRows(Buffer.from('\u{1B}[31mLogin of dana\n'), {firstOffsetBytes: 0x1_00_00}), [
		{offset: '00010000', hex: '1b 5b 33 31 6d 4c 6f 67 69 6e 20 6f 66 20 64 61', ascii: '.[31mLogin of da'},
		{offset: '00010010', hex: '6e 61 0a                                       ', ascii: 'na.'},
	]);
});

test('no bytes are no rows', t => {
	t.deepEqual(hexRows(new Uint8Array()), []);
});
