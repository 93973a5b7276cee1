import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {follow, heldIn, temporaryFolder, until} from './stage/real-ground.ts';

/** What may stand where the log was: opening some of these waits, or reads for ever. */
const impostors: ReadonlyArray<readonly [name: string, put: (where: string) => void]> = [
	['pipe that nobody writes to', where => {
		spawnSync('mkfifo', [where]);
	}],
	['folder', where => {
		fs.mkdirSync(where);
	}],
	['device that never ends', where => {
		fs.symlinkSync('/dev/zero', where);
	}],
	['file that is made up as it is read', where => {
		fs.symlinkSync('/proc/uptime', where);
	}],
	['link that leads back to itself', where => {
		fs.symlinkSync(where, where);
	}],
];

for (const [name, put] of impostors) {
	test(`a log replaced by a ${name} is refused and said, and followed again when it is a file`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(log, 'one\n');
		const {recorder} = follow(t, [log]);
		await until(() => recorder.texts.length === 1, 'the log is read');
		fs.appendFileSync(log, 'two\n');
		fs.renameSync(log, `${log}.1`);
		put(log);
		await until(() => recorder.texts.length === 2 && recorder.stateOf(0)?.state.type === 'blind', 'the old file is read to its end, and the new one refused');
		fs.rmSync(log, {recursive: true});
		fs.writeFileSync(log, 'three\n');
		await until(() => recorder.texts.length === 3, 'the log is back');
		t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	});
}

test('a name absent for two seconds is waited for, said so, and nothing is lost', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	const old = fs.openSync(log, 'a');
	fs.renameSync(log, `${log}.1`);
	fs.writeSync(old, 'two\n');
	fs.closeSync(old);
	await until(() => recorder.stateOf(0)?.state.type === 'waiting', 'it is waited for');
	fs.writeFileSync(log, 'three\n');
	await until(() => recorder.texts.length === 3, 'the new file is read');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.holes, []);
});

test('a log rotated through a hard link is read on once, in order', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.linkSync(log, `${log}.1`);
	fs.appendFileSync(log, 'two\n');
	fs.rmSync(log);
	fs.writeFileSync(log, 'three\n');
	await until(() => recorder.texts.length === 3, 'both files are read');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.holes, []);
});

test('a link to a link is followed, and switched at either of the two', async t => {
	const folder = temporaryFolder(t);
	const [log, middle] = [path.join(folder, 'audit.log'), path.join(folder, 'current')];
	const switchTo = (target: string, link: string): void => {
		fs.symlinkSync(target, `${link}.new`);
		fs.renameSync(`${link}.new`, link);
	};

	fs.writeFileSync(`${log}.1`, 'one\n');
	switchTo(`${log}.1`, middle);
	switchTo(middle, log);
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the first target is read');
	fs.writeFileSync(`${log}.2`, 'two\n');
	switchTo(`${log}.2`, middle);
	await until(() => recorder.texts.length === 2, 'the second target is read');
	fs.writeFileSync(`${log}.3`, 'three\n');
	switchTo(`${log}.3`, log);
	await until(() => recorder.texts.length === 3, 'the third target is read');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('the end of a line cut off by a rotation is the last of its file, and never joined to the next', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\nhalf');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.renameSync(log, `${log}.1`);
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.ended.has(0), 'the old file is quiet');
	t.deepEqual(recorder.ended.get(0), {offsetBytes: 4, rest: 'half'});
	t.deepEqual(recorder.texts, ['one', 'two']);
});

test('after close no file is held open, and none was opened for writing or touched', async t => {
	const folder = temporaryFolder(t);
	const log = path.join(folder, 'audit.log');
	fs.writeFileSync(log, 'one\n');
	fs.writeFileSync(`${log}.1`, 'older\n');
	const before = [log, `${log}.1`].map(file => fs.statSync(file, {bigint: true})).map(({mtimeNs, ctimeNs, size}) => ({mtimeNs, ctimeNs, size}));
	const {recorder, following} = follow(t, [log]);
	await until(() => recorder.texts.length === 2, 'both are read');
	t.true(heldIn(folder).length > 0);
	following.close();
	await until(() => heldIn(folder).length === 0, 'nothing is held');
	t.deepEqual([log, `${log}.1`].map(file => fs.statSync(file, {bigint: true})).map(({mtimeNs, ctimeNs, size}) => ({mtimeNs, ctimeNs, size})), before);
});

/** Shows a folder in a second place. That is the superuser's alone, and not everywhere theirs. */
const hasMounted = (folder: string, elsewhere: string): boolean => spawnSync('mount', ['--bind', folder, elsewhere]).status === 0;

const hasUnmounted = (elsewhere: string): boolean => spawnSync('umount', [elsewhere]).status === 0;

function isMountingAllowed(): boolean {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgerline-mount-'));
	const isAllowed = hasMounted(folder, folder) && hasUnmounted(folder);
	fs.rmdirSync(folder);
	return isAllowed;
}

/** Skipped, and shown as such, where this user may not mount. */
const testWhereMounted = isMountingAllowed() ? test : test.skip;

testWhereMounted('a log in a folder that is mounted in a second place is one source, read once through rotations', async t => {
	const [folder, elsewhere] = [temporaryFolder(t), temporaryFolder(t)];
	t.true(hasMounted(folder, elsewhere));
	t.teardown(() => {
		hasUnmounted(elsewhere);
	});
	const log = path.join(folder, 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log, path.join(elsewhere, 'audit.log')]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.renameSync(log, `${log}.1`);
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.texts.length === 2, 'the new file is read');
	t.is(recorder.sources.length, 1);
	t.deepEqual(recorder.faults.map(({type}) => type), ['same-file']);
	t.deepEqual(recorder.texts, ['one', 'two']);
});

test('three previous files: rotations that come at once are all read, in order, and nothing is doubted', async t => {
	const log = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [log]);
	await until(() => recorder.texts.length === 1, 'the log is read');
	for (const text of ['two\n', 'three\n', 'four\n']) {
		for (const [from, to] of [[`${log}.2`, `${log}.3`], [`${log}.1`, `${log}.2`], [log, `${log}.1`]] as const) {
			if (fs.existsSync(from)) {
				fs.renameSync(from, to);
			}
		}

		fs.writeFileSync(log, text);
	}

	await until(() => recorder.texts.length === 4, 'all files are read');
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four']);
	t.deepEqual(recorder.holes, []);
});
