import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import test from 'ava';
import {discover} from '../../../source/follow/discovery/discover.ts';
import {realDisk} from '../../../source/follow/disk/disk.ts';
import {packedOrUndefined} from '../stage/packed.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

const text = Array.from({length: 50}, (_, index) => `line ${index} of the log\n`).join('');

/** Names say nothing: what is packed is known by its first bytes. */
const packedLogs = [
	['audit.log.1.gz', () => zlib.gzipSync(text)],
	['evidence.dat', () => zlib.gzipSync(text)],
	['audit.zst', () => zlib.zstdCompressSync(text)],
	// A frame to be skipped, of four bytes, stands before the log.
	['skipped.zst', () => Buffer.concat([Buffer.from('502a4d180400000000000000', 'hex'), zlib.zstdCompressSync(text)])],
	['audit.log.xz', () => execFileSync('xz', ['-c'], {input: text})],
	['audit.log.bz2', () => execFileSync('bzip2', ['-c'], {input: text})],
] as const;

for (const [name, pack] of packedLogs) {
	const packed = packedOrUndefined(pack);
	/** Skipped, and shown as such, where the tool is not installed. */
	const testWherePacked = packed === undefined ? test.skip : test;
	for (const isFollowing of [false, true]) {
		testWherePacked(`${name}, named alone, is read as the log it holds${isFollowing ? ', and is over when it was read' : ''}`, async t => {
			const file = path.join(temporaryFolder(t), name);
			fs.writeFileSync(file, packed!);
			const {recorder} = follow(t, [file], {isFollowing});
			await until(() => recorder.caughtUpCount === 1, 'all is read');
			await until(() => recorder.stateOf(0)?.state.type === 'ended', 'it is over');
			t.is(`${recorder.texts.join('\n')}\n`, text);
			t.deepEqual([recorder.faults, recorder.holes], [[], []]);
		});
	}
}

/** The first header of a tar: the name, and POSIX's mark at byte 257. */
const tar = Buffer.alloc(10_240);
tar.write('var/log/audit.log', 0);
tar.write('ustar', 257);

const bundles = [
	['bundle.tar', tar],
	['bundle.tar.gz', zlib.gzipSync(tar)],
	['bundle.tgz', zlib.gzipSync(tar)],
	['without-a-suffix', zlib.zstdCompressSync(tar)],
	['bundle.tar.xz', Buffer.from('\u{FD}7zXZ\0 and more', 'latin1')],
	['bundle.zip', Buffer.from('PK\u{3}\u{4} and more')],
	['empty.zip', Buffer.from('PK\u{5}\u{6} and more')],
	['bundle.7z', Buffer.from('7z\u{BC}\u{AF}\u{27}\u{1C} and more', 'latin1')],
	['bundle.rar', Buffer.from('Rar!\u{1A}\u{7} and more')],
] as const;

for (const [name, bytes] of bundles) {
	test(`${name} holds files: it is left out with the way out, whether named, in a folder or found by a pattern`, async t => {
		const folder = temporaryFolder(t);
		const file = path.join(folder, name);
		fs.writeFileSync(file, bytes);
		fs.writeFileSync(path.join(folder, 'audit.log'), 'a log\n');
		for (const given of [file, folder, path.join(folder, '*')]) {
			t.deepEqual(discover(realDisk, [given]).bundles, [file]);
		}

		const {recorder} = follow(t, [folder], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.deepEqual(recorder.texts, ['a log']);
		t.deepEqual(recorder.faults.map(({type}) => type), ['several-files']);
		t.regex(recorder.faults[0]!.sentence, /is an archive of several files, which is not read: unpack it into a folder/);
	});
}
