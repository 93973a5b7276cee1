import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import test from 'ava';
import {packedOrUndefined} from '../stage/packed.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

const lines = Array.from({length: 3000}, (_, index) => `line ${index} of the log`);
const text = lines.map(line => `${line}\n`).join('');

for (const [name, pack] of [
	['audit.log.1', () => text],
	['audit.log.9', () => text.slice(0, -100)],
	['audit.log.gz', () => zlib.gzipSync(text)],
	['audit.log.1.gz', () => zlib.gzipSync(text)],
	['audit.log.zst', () => zlib.zstdCompressSync(text)],
	['audit.log.xz', () => execFileSync('xz', ['-c'], {input: text})],
	['audit.log.1.bz2', () => execFileSync('bzip2', ['-c'], {input: text})],
] as const) {
	const packed = packedOrUndefined(() => Buffer.from(pack()));
	/** Skipped, and shown as such, where the tool is not installed. */
	const testWherePacked = packed === undefined ? test.skip : test;
	testWherePacked(`${name}, a copy of the live file, is not read again, and that is said`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(log, text);
		fs.writeFileSync(path.join(path.dirname(log), name), packed!);
		fs.appendFileSync(log, 'written since\n');
		const {recorder} = follow(t, [log], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.deepEqual(recorder.texts, [...lines, 'written since']);
		t.deepEqual(recorder.faults.map(({type}) => type), ['same-file']);
		t.true(recorder.faults[0]!.sentence.includes(`${name} holds what`));
	});
}

test('a previous file that begins otherwise is read, and one that begins alike and goes on otherwise as well', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(`${log}.2`, 'other\n');
	fs.writeFileSync(`${log}.1`, `${text.slice(0, -10)}otherwise\n`);
	fs.writeFileSync(log, text);
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.is(recorder.texts.length, 1 + (2 * lines.length));
	t.deepEqual(recorder.faults, []);
});

test('a log found between its copy and its truncation comes once, whether it is truncated before its first bytes are read or after', async t => {
	for (const isTruncatedFirst of [true, false]) {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(log, 'one\ntwo\n');
		fs.copyFileSync(log, `${log}.1`);
		const {recorder} = follow(t, [log]);
		if (!isTruncatedFirst) {
			await until(() => recorder.texts.length === 2, 'the live file is read'); // eslint-disable-line no-await-in-loop -- one after the other
		}

		fs.truncateSync(log);
		fs.appendFileSync(log, 'three\n');
		await until(() => recorder.texts.includes('three'), 'what came after the truncation is read'); // eslint-disable-line no-await-in-loop -- one after the other
		t.deepEqual(recorder.texts, ['one', 'two', 'three']);
		t.deepEqual(recorder.holes, []);
	}
});

for (const [kind, pack] of [
	['xz', (input: string) => execFileSync('xz', ['-c'], {input})],
	['bz2', (input: string) => execFileSync('bzip2', ['-c'], {input})],
] as const) {
	const older = packedOrUndefined(() => pack('older\n'));
	const testWherePacked = older === undefined ? test.skip : test;
	testWherePacked(`a ${kind} archive that is no copy is read, and rotated files packed at once come once`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(`${log}.2.${kind}`, older!);
		fs.writeFileSync(log, text);
		const {recorder} = follow(t, [log]);
		await until(() => recorder.texts.length === lines.length + 1, 'all is read');
		fs.rmSync(log);
		fs.writeFileSync(`${log}.1.${kind}`, pack(text));
		fs.writeFileSync(log, 'new\n');
		await until(() => recorder.texts.includes('new'), 'the new file is read');
		t.deepEqual(recorder.texts, ['older', ...lines, 'new']);
		t.deepEqual(recorder.faults, []);
	});
}
