import {Buffer} from 'node:buffer';
import zlib from 'node:zlib';
import test from 'ava';
import {unpackedHead} from '../../../source/follow/archives/archive-head.ts';

/** A zstd frame (RFC 8878) of blocks that each stand for one byte repeated 128 kB, of four bytes themselves. */
function bombOf(blockCount: number): Uint8Array {
	const frameHeader = Buffer.from('28b52ffd0058', 'hex');
	return Buffer.concat([frameHeader, ...Array.from({length: blockCount}, () => Buffer.from('0200100a', 'hex'))]);
}

test('a few kilobytes that would unpack to far more than they can hold of a log prove nothing', t => {
	t.is(unpackedHead('zst', bombOf(1)).length, 128 * 1024);
	t.is(unpackedHead('zst', bombOf(1000)).length, 0);
});

test('a beginning that packs as well as anything can is unpacked', t => {
	const all = Buffer.alloc(64 * 1024 * 1024);
	const head = zlib.gzipSync(all).subarray(0, 64 * 1024);
	t.is(unpackedHead('gz', head).length, all.length);
});
