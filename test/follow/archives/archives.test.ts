import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import test from 'ava';
import {startUnpacking} from '../../../source/follow/archives/archives.ts';
import {realDisk} from '../../../source/follow/disk/disk.ts';
import {packedOrUndefined} from '../stage/packed.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

const text = Array.from({length: 5000}, (_, index) => `line ${index} of the archive\n`).join('');

/** RFC 8878 section 3.1.2. */
const skippableFrame = Buffer.from('502a4d1803000000abcdef', 'hex');

/** How each kind is made; bzip2 and xz need their tools. */
const packers = [
	['gz', () => zlib.gzipSync(text)],
	['gz', () => Buffer.concat([zlib.gzipSync(text.slice(0, 1000)), zlib.gzipSync(text.slice(1000))])],
	['zst', () => zlib.zstdCompressSync(text)],
	['zst', () => Buffer.concat([zlib.zstdCompressSync(text.slice(0, 1000)), skippableFrame, zlib.zstdCompressSync(text.slice(1000)), skippableFrame])],
	['xz', () => execFileSync('xz', ['-c'], {input: text})],
	['xz', () => Buffer.concat([execFileSync('xz', ['-c'], {input: text.slice(0, 1000)}), Buffer.alloc(8), execFileSync('xz', ['-c'], {input: text.slice(1000)})])],
	['bz2', () => execFileSync('bzip2', ['-c'], {input: text})],
	['bz2', () => Buffer.concat([execFileSync('bzip2', ['-c'], {input: text.slice(0, 1000)}), execFileSync('bzip2', ['-c1'], {input: text.slice(1000)})])],
	['bz2', () => Buffer.concat([execFileSync('bzip2', ['-c'], {input: text}), Buffer.alloc(512)])],
] as const;

for (const [index, [kind, pack]] of packers.entries()) {
	const packed = packedOrUndefined(pack);
	/** Skipped, and shown as such, where the tool is not installed. */
	const testWherePacked = packed === undefined ? test.skip : test;
	testWherePacked(`archive ${index}, ${kind}: opened by its own name, or by a name that says nothing`, async t => {
		for (const name of [`audit.log.${kind}`, 'audit.copy']) {
			const file = path.join(temporaryFolder(t), name);
			fs.writeFileSync(file, packed!);
			const {recorder} = follow(t, [file], {isFollowing: false});
			await until(() => recorder.caughtUpCount === 1, 'all is read'); // eslint-disable-line no-await-in-loop -- one name after the other
			t.is(recorder.texts.map(line => `${line}\n`).join(''), text);
			t.deepEqual(recorder.faults, []);
		}
	});

	testWherePacked(`archive ${index}, ${kind}: cut off, what was whole before the cut is given and the rest is named`, async t => {
		const file = path.join(temporaryFolder(t), `audit.log.${kind}`);
		fs.writeFileSync(file, packed!.subarray(0, Math.floor(packed!.length * 0.9)));
		const {recorder} = follow(t, [file], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.true(text.startsWith(recorder.texts.join('\n')));
		t.deepEqual(recorder.faults.map(({type}) => type), ['archive-damaged']);
		t.is(recorder.holes.length, 1);
	});

	testWherePacked(`archive ${index}, ${kind}: read as an older generation, and readable again`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(`${log}.1.${kind}`, packed!);
		fs.writeFileSync(log, 'live\n');
		const {recorder, following} = follow(t, [log], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.is(recorder.texts.join('\n'), `${text}live`);
		t.deepEqual(recorder.faults, []);
		const {offsetBytes, generation} = recorder.given[4321]!;
		const back = following.readBack(generation, offsetBytes, 9);
		t.deepEqual(back, {type: 'bytes', bytes: new Uint8Array(Buffer.from('line 4321'))});
	});
}

for (const [name, bytes] of [
	['cut off', zlib.gzipSync(text).subarray(0, 4000)],
	['empty', Buffer.alloc(0)],
	['something else', Buffer.alloc(5000)],
	['followed by something else', Buffer.concat([zlib.gzipSync(text), Buffer.from('more')])],
] as const) {
	test(`an archive that is ${name} is named, a hole is told, and the rest opens`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(`${log}.1.gz`, bytes);
		fs.writeFileSync(log, 'live\n');
		const {recorder} = follow(t, [log], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.is(recorder.texts.at(-1), 'live');
		t.deepEqual(recorder.faults.map(({type}) => type), ['archive-damaged']);
		t.is(recorder.holes.length, 1);
	});
}

/** What does not pack well, so that a few kilobytes of text are as many packed ones. */
const varied = Array.from({length: 4000}, (_, index) => `line ${index} ${scattered(index)}`).join('\n');

function scattered(index: number): number {
	return Math.imul(index, 0x9E_37_79_B1) >>> 0;
}

test('of a damaged archive all is read that unpacks before the fault', async t => {
	const packed = zlib.gzipSync(varied);
	// So near to the beginning that what follows points to what is not there, which is noticed at once.
	const faultAt = 3000;
	const log = path.join(temporaryFolder(t), 'audit.log');
	const damaged = packed.fill(0xFF, faultAt);
	fs.writeFileSync(`${log}.1.gz`, damaged);
	fs.writeFileSync(log, 'live\n');
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	const sound = zlib.gunzipSync(packed.subarray(0, faultAt), {finishFlush: zlib.constants.Z_SYNC_FLUSH}).toString();
	const told = recorder.texts.slice(0, -1).join('\n');
	const soundLines = sound.slice(0, sound.lastIndexOf('\n'));
	t.true(told.startsWith(soundLines));
	t.deepEqual(recorder.faults.map(({type}) => type), ['archive-damaged']);
});

for (const [name, bytes, sentence] of [
	['plain text', Buffer.from('plain text under a wrong name\n'), 'it is read as plain text'],
	['a zst archive', zlib.zstdCompressSync('plain text under a wrong name\n'), 'it is read as a zst archive'],
] as const) {
	test(`${name} named like a gz archive is read as what it is, and that is said`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(`${log}.1.gz`, bytes);
		fs.writeFileSync(log, 'live\n');
		const {recorder} = follow(t, [log], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.deepEqual(recorder.texts, ['plain text under a wrong name', 'live']);
		t.deepEqual(recorder.faults.map(({type}) => type), ['misnamed']);
		t.true(recorder.faults[0]!.sentence.includes(sentence));
	});
}

/** The bytes with the one at `at`, counted from the end where it is negative, turned into another. */
const bent = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, bytes.at(at)! ^ 0x55);

/** Every way in which an archive can be wrong, and the words for it. */
for (const [kind, what, make, words] of [
	['gz', 'whose checksum is wrong', () => bent(zlib.gzipSync(text), -6), 'its checksum does not fit its content'],
	['gz', 'whose length is wrong', () => bent(zlib.gzipSync(text), -2), 'its checksum does not fit its content'],
	['gz', 'cut off', () => zlib.gzipSync(text).subarray(0, 4000), 'it ends in the middle'],
	['gz', 'followed by something else', () => Buffer.concat([zlib.gzipSync(text), Buffer.from('more')]), 'other data follows its content'],
	['gz', 'whose content points to what is not there', () => Buffer.from(zlib.gzipSync(varied)).fill(0xFF, 3000), 'its content is damaged'],
	['zst', 'whose checksum is wrong', () => bent(zlib.zstdCompressSync(text, {params: {[zlib.constants.ZSTD_c_checksumFlag]: 1}}), -2), 'its checksum does not fit its content'],
	['zst', 'cut off', () => zlib.zstdCompressSync(varied).subarray(0, 4000), 'it ends in the middle'],
	['zst', 'damaged', () => Buffer.from(zlib.zstdCompressSync(varied)).fill(0xFF, 3000), 'its content is damaged'],
	['xz', 'damaged', () => bent(execFileSync('xz', ['-c'], {input: varied}), 3000), 'its content is damaged'],
	['xz', 'followed by something else', () => Buffer.concat([execFileSync('xz', ['-c'], {input: text}), Buffer.from('more'.repeat(10))]), 'other data follows its content'],
	['xz', 'cut off', () => execFileSync('xz', ['-c'], {input: varied}).subarray(0, 3000), 'it ends in the middle'],
	['bz2', 'damaged', () => bent(execFileSync('bzip2', ['-c'], {input: varied}), 3000), 'its content is damaged'],
	['bz2', 'cut off', () => execFileSync('bzip2', ['-c'], {input: varied}).subarray(0, 3000), 'it ends in the middle'],
] as const) {
	const packed = packedOrUndefined(make);
	const testWherePacked = packed === undefined ? test.skip : test;
	testWherePacked(`an archive in ${kind} ${what} is told to be that in plain words`, async t => {
		const file = path.join(temporaryFolder(t), `audit.log.${kind}`);
		fs.writeFileSync(file, packed!);
		const {recorder} = follow(t, [file], {isFollowing: false});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.deepEqual(recorder.faults.map(({sentence}) => sentence.slice(sentence.indexOf(': ') + 2)), [`${words}. What was read is kept.`]);
		if (what === 'followed by something else') {
			t.is(recorder.texts.map(line => `${line}\n`).join(''), text);
		}
	});
}

test('an archive still being written while following: what unpacks is shown, the rest comes late when it is whole', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	const packed = zlib.gzipSync(text);
	fs.writeFileSync(`${log}.2.gz`, packed.subarray(0, 4000));
	// Its packer is at work however long this machine takes to get here.
	const laterSeconds = (Date.now() / 1000) + 600;
	fs.utimesSync(`${log}.2.gz`, laterSeconds, laterSeconds);
	fs.writeFileSync(`${log}.1`, 'between\n');
	fs.writeFileSync(log, 'live\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.at(-1) === 'live', 'the newer files are read');
	await until(() => recorder.stateOf(0)!.notices.some(notice => notice.includes('still being packed')), 'it is said');
	fs.appendFileSync(`${log}.2.gz`, packed.subarray(4000));
	await until(() => recorder.ended.has(0), 'the archive is read');
	t.is(recorder.given.filter(({generation}) => generation === 0).map(line => `${line.text}\n`).join(''), text);
	t.deepEqual(recorder.given.filter(({generation, isLate}) => generation !== 0 && isLate), []);
	await until(() => recorder.stateOf(0)!.notices.length === 0, 'the notice is gone');
	t.deepEqual([recorder.holes, recorder.faults], [[], []]);
});

test('an archive whose packer died is named once it has been quiet for a while', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(`${log}.1.gz`, zlib.gzipSync(text).subarray(0, 4000));
	fs.writeFileSync(log, 'live\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.faults.length > 0, 'it is named');
	t.deepEqual(recorder.faults.map(({type}) => type), ['archive-damaged']);
	t.is(recorder.holes.length, 1);
	t.is(recorder.texts.at(-1), 'live');
});

test('an archive that unpacks to more than the limit is stopped there', async t => {
	const file = path.join(temporaryFolder(t), 'bomb.gz');
	fs.writeFileSync(file, zlib.gzipSync(Buffer.alloc(8 * 1024 * 1024, 'x')));
	const limitBytes = 1024 * 1024;
	let bytes = 0;
	const unpacking = startUnpacking({
		disk: realDisk,
		handle: realDisk.open(file) as number,
		archive: 'gz',
		fromBytes: 0,
		limitBytes,
		onReady: () => undefined,
	});
	let last = unpacking.next();
	await until(() => {
		bytes += last.type === 'bytes' ? last.bytes.length : 0;
		last = unpacking.next();
		return last.type === 'damaged';
	}, 'the limit is reached');
	t.true(bytes <= limitBytes);
	t.like(last, {type: 'damaged', isTooLarge: true});
	unpacking.close();
});
