import {mkdirSync, renameSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {realDisk, type Disk} from '../../../source/follow/disk/disk.ts';
import {keepNames} from '../../../source/follow/disk/folder-names.ts';
import {readGenerationOf} from '../../../source/follow/discovery/generation-names.ts';
import {namesBeside} from '../../../source/follow/disk/names-beside.ts';
import {temporaryFolder} from '../../run/program.ts';

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

test('names beside a live name are the same whether a listing is met for the first time or again', t => {
	const part = fc.constantFrom('audit', 'a', '.log', '.1', '.12', '-20260101', '.old', '.gz');
	const someName = fc.array(part, {minLength: 1, maxLength: 4}).map(parts => parts.join(''));
	fc.assert(fc.property(fc.uniqueArray(someName, {maxLength: 30}), someName, (names, live) => {
		const read = (found: readonly string[]) => found.filter(name => readGenerationOf(live, name) !== undefined);
		const expected = read(names);
		for (let time = 0; time < 3; time++) {
			t.deepEqual(read(namesBeside(live, names)), expected);
		}
	}));
});
