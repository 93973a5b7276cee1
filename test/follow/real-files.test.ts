import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import test from 'ava';
import {openDoorbell} from '../../source/follow/doorman/watch.ts';
import {follow, temporaryFolder, until} from './stage/real-ground.ts';

test('files and folders that are there are read once, oldest generation first', async t => {
	const folder = temporaryFolder(t);
	const log = path.join(folder, 'audit.log');
	fs.writeFileSync(`${log}.2.gz`, zlib.gzipSync('a\nb\n'));
	fs.writeFileSync(`${log}.1`, 'c\nd\n');
	fs.writeFileSync(log, 'e\nf');
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.deepEqual(recorder.texts, ['a', 'b', 'c', 'd', 'e']);
	t.deepEqual(recorder.generations.map(({ordinal, path: where}) => [ordinal, path.basename(where)]), [[1, 'audit.log.2.gz'], [2, 'audit.log.1'], [3, 'audit.log']]);
	t.deepEqual(recorder.ended.get(2), {offsetBytes: 2, rest: 'f'});
	t.is(recorder.stateOf(0)?.state.type, 'ended');
});

test('lines appended are given as they come', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first line is read');
	fs.appendFileSync(log, 'two\nthr');
	await until(() => recorder.texts.length === 2, 'the second line is read');
	fs.appendFileSync(log, 'ee\n');
	await until(() => recorder.texts.length === 3, 'the third line is whole');
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[0, 'one'], [4, 'two'], [8, 'three']]);
});

test('rename and create: the old file is read to its end, late lines too', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first line is read');
	const old = fs.openSync(log, 'a');
	fs.writeSync(old, 'two\n');
	fs.renameSync(log, `${log}.1`);
	fs.writeFileSync(log, 'three\n');
	await until(() => recorder.texts.length === 3, 'both files are read');
	fs.writeSync(old, 'late\n');
	fs.closeSync(old);
	await until(() => recorder.texts.length === 4, 'the late line is read');
	t.deepEqual(recorder.given.map(({text, isLate}) => [text, isLate]), [['one', false], ['two', false], ['three', false], ['late', true]]);
	await until(() => recorder.ended.has(0), 'the old file is quiet');
	t.deepEqual(recorder.holes, []);
});

test('following leaves the time of a log\'s last access as it was: it is evidence', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const longAgo = new Date('2020-01-01T00:00:00Z');
	fs.utimesSync(live, longAgo, new Date());
	const {recorder} = follow(t, [live]);
	await until(() => recorder.texts.length === 1, 'it is read');
	t.deepEqual(fs.statSync(live).atime, longAgo);
});

test('copytruncate: what was not read before the truncation is read from the copy', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first line is read');
	fs.appendFileSync(log, 'two\n');
	fs.copyFileSync(log, `${log}.1`);
	fs.truncateSync(log);
	fs.appendFileSync(log, 'three\n');
	await until(() => recorder.texts.length === 3, 'all is read');
	t.deepEqual(recorder.given.map(({generation, offsetBytes, text}) => [generation, offsetBytes, text]), [[0, 0, 'one'], [0, 4, 'two'], [1, 0, 'three']]);
	t.deepEqual(recorder.holes, []);
});

test('a folder picks up new logs', async t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'audit.log'), 'one\n');
	const {recorder} = follow(t, [folder]);
	await until(() => recorder.texts.length === 1, 'the first log is read');
	fs.writeFileSync(path.join(folder, 'auth.log'), 'two\n');
	await until(() => recorder.texts.length === 2, 'the new log is read');
	t.deepEqual(recorder.sources.map(({id, name}) => [id, name as string]), [[0, 'audit.log'], [1, 'auth.log']]);
});

test('a folder that was removed and made again is listened at again', async t => {
	const folder = path.join(temporaryFolder(t), 'logs');
	const log = path.join(folder, 'audit.log');
	fs.mkdirSync(folder);
	fs.writeFileSync(log, 'one\n');
	const hung: string[] = [];
	const {recorder} = follow(t, [log], {ground: {openDoorbell(where, onRing, onSilent) {
		hung.push(where);
		return openDoorbell(where, onRing, onSilent);
	}}});
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.rmSync(folder, {recursive: true});
	await until(() => recorder.stateOf(0)!.state.type === 'waiting', 'it is waited for');
	fs.mkdirSync(folder);
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.texts.length === 2, 'the new log is read');
	await until(() => hung.length === 2, 'the doorbell hangs again');
	t.deepEqual(recorder.texts, ['one', 'two']);
});

test('64 logs rotated at the same moment lose nothing', async t => {
	const folder = temporaryFolder(t);
	const logs = Array.from({length: 64}, (_, index) => path.join(folder, `audit-of-console-${String.fromCharCode(97 + (index % 26))}${index}x.log`));
	for (const log of logs) {
		fs.writeFileSync(log, 'one\n');
	}

	const {recorder} = follow(t, logs);
	await until(() => recorder.texts.length === 64, 'all are read');
	for (const log of logs) {
		fs.appendFileSync(log, 'two\n');
		fs.renameSync(log, `${log}.1`);
		fs.writeFileSync(log, 'three\n');
	}

	await until(() => recorder.texts.length === 3 * 64, 'all are read again');
	t.deepEqual(recorder.holes, []);
});

test('a line of 10 MB comes whole', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, `short\n${'x'.repeat(10 * 1024 * 1024)}\nshort\n`);
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.deepEqual(recorder.texts.map(({length}) => length), [5, 10 * 1024 * 1024, 5]);
});

test('a line past all limits is left out as one hole of its size, and the lines after it are read', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	const endlessBytes = 80 * 1024 * 1024;
	fs.writeFileSync(log, 'short\nbegins');
	// The middle of the line is sparse: it costs no disk.
	fs.truncateSync(log, endlessBytes);
	fs.appendFileSync(log, 'ends\nshort again\n');
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.deepEqual(recorder.told.map(({type}) => type), ['line', 'hole', 'line']);
	t.deepEqual(recorder.texts, ['short', 'short again']);
	t.deepEqual(recorder.holes.map(({reason}) => reason), ['a line of 80 MB was left out: it is too long to be shown']);
	t.deepEqual(recorder.faults.map(({type}) => type), ['line-too-long']);
});

test('a line past all limits that never ends is one hole at the end of its file', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'begins');
	fs.truncateSync(log, 80 * 1024 * 1024);
	const {recorder} = follow(t, [log], {isFollowing: false});
	await until(() => recorder.ended.size === 1, 'all is read');
	t.deepEqual(recorder.texts, []);
	t.deepEqual(recorder.holes.map(({reason}) => reason), ['a line of 80 MB was left out: it is too long to be shown']);
});

test('a link switched to its next target is followed at once', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(`${log}.1`, 'one\n');
	fs.symlinkSync(`${log}.1`, log);
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first target is read');
	fs.writeFileSync(`${log}.2`, 'two\n');
	fs.symlinkSync(`${log}.2`, `${log}.link`);
	fs.renameSync(`${log}.link`, log);
	await until(() => recorder.texts.length === 2, 'the second target is read');
	t.deepEqual(recorder.texts, ['one', 'two']);
	t.deepEqual(recorder.holes, []);
});
