import {mkdirSync, renameSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {realDisk, type Disk} from '../../source/follow/disk.ts';
import {keepNames} from '../../source/follow/folder-names.ts';
import {temporaryFolder} from '../run/program.ts';

const longAgo = new Date('2026-03-03T09:06:00Z');

/** A folder that changed long ago, a disk that keeps its names, and how often the real disk was asked for them. */
function kept(t: ExecutionContext, isOwnDisk = true) {
	const folder = temporaryFolder(t, {'a.log': '', 'b.log': ''});
	utimesSync(folder, longAgo, longAgo);
	const listed: string[] = [];
	const counting: Disk = {
		...realDisk,
		namesIn(each) {
			listed.push(each);
			return realDisk.namesIn(each);
		},
	};
	return {folder, listed, disk: keepNames(counting, {calendarMs: () => Date.now(), isOwnDisk: () => isOwnDisk})};
}

test('a folder at rest is listed once, however often its names are asked for', t => {
	const {folder, listed, disk} = kept(t);
	for (let time = 0; time < 3; time++) {
		t.deepEqual(disk.namesIn(folder), ['a.log', 'b.log']);
	}

	t.is(listed.length, 1);
});

for (const [what, change] of [
	['came', folder => {
		writeFileSync(path.join(folder, 'c.log'), '');
	}],
	['was renamed', folder => {
		renameSync(path.join(folder, 'b.log'), path.join(folder, 'c.log'));
	}],
] as const satisfies ReadonlyArray<readonly [string, (folder: string) => void]>) {
	test(`what ${what} is in the next listing, and a folder that just changed is listed every time`, t => {
		const {folder, listed, disk} = kept(t);
		disk.namesIn(folder);
		change(folder);
		for (let time = 0; time < 3; time++) {
			t.true((disk.namesIn(folder) as readonly string[]).includes('c.log'));
		}

		t.is(listed.length, 4);
	});
}

test('another folder in its place is listed, though it looks as old', t => {
	const {folder, disk} = kept(t);
	disk.namesIn(folder);
	renameSync(folder, `${folder}-away`);
	mkdirSync(folder);
	utimesSync(folder, longAgo, longAgo);
	t.deepEqual(disk.namesIn(folder), []);
	renameSync(`${folder}-away`, path.join(folder, 'away'));
});

test('where the time of change means nothing a folder is listed every time', t => {
	const {folder, listed, disk} = kept(t, false);
	disk.namesIn(folder);
	disk.namesIn(folder);
	t.is(listed.length, 2);
});

test('a folder that cannot be listed says why, and is asked again', t => {
	const {folder, listed, disk} = kept(t);
	const nowhere = path.join(folder, 'nowhere');
	t.deepEqual(disk.namesIn(nowhere), {refused: 'ENOENT'});
	t.deepEqual(disk.namesIn(nowhere), {refused: 'ENOENT'});
	t.is(listed.length, 2);
});
