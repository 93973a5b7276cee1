import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

test('a file that goes and comes back under its name is not read again, and is read on', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first file is read');
	fs.renameSync(log, `${log}.aside`);
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.texts.length === 2, 'the second file is read');
	fs.renameSync(`${log}.aside`, log);
	fs.appendFileSync(log, 'three\n');
	await until(() => recorder.texts.length === 3, 'the first file is read on');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('a second name that becomes the same file is said, and its lines come once', async t => {
	const folder = temporaryFolder(t);
	const [log, other] = [path.join(folder, 'audit.log'), path.join(folder, 'other.log')];
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log, other]);
	await until(() => recorder.texts.length === 1, 'the first log is read');
	fs.linkSync(log, other);
	await until(() => recorder.faults.length > 0, 'it is said');
	fs.appendFileSync(log, 'two\n');
	await until(() => recorder.texts.length === 2, 'the line is read');
	t.deepEqual(recorder.faults.map(({type, sentence}) => [type, sentence]), [['same-file', `${other} has become the same file as ${log}; its lines are shown once, there.`]]);
	fs.rmSync(other);
	fs.writeFileSync(other, 'three\n');
	await until(() => recorder.texts.length === 3, 'the other log is a file of its own again');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('in a folder, a log renamed to what no rotator calls it is not read again', async t => {
	const folder = temporaryFolder(t);
	const log = path.join(folder, 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [folder]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.renameSync(log, path.join(folder, 'a-first.log'));
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.sources.length === 2 && recorder.texts.length === 2, 'both names are followed');
	fs.appendFileSync(path.join(folder, 'a-first.log'), 'three\n');
	await until(() => recorder.texts.length === 3, 'the renamed file is read on');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});
