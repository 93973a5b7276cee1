import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {realDisk} from '../../../source/follow/disk/disk.ts';
import {foldersBelow} from '../../../source/follow/discovery/folder-tree.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

test('of a tree with more folders than are entered the rest is named', t => {
	const folder = temporaryFolder(t);
	for (const name of ['a', 'b', 'c/d']) {
		fs.mkdirSync(path.join(folder, name), {recursive: true});
	}

	const listed = foldersBelow(realDisk, folder, 3);
	t.deepEqual(listed.map(each => path.relative(folder, each.folder)), ['', 'a', 'b']);
	t.deepEqual(listed[0]!.unentered, ['c']);
});

test('a folder that cannot be listed says why, and those beside it are listed', t => {
	const missing = {...realDisk, namesIn: (folder: string) => path.basename(folder) === 'closed' ? {refused: 'EACCES'} : realDisk.namesIn(folder)};
	const folder = temporaryFolder(t);
	for (const name of ['closed', 'open']) {
		fs.mkdirSync(path.join(folder, name));
	}

	t.deepEqual(foldersBelow(missing, folder, 10).map(each => each.refused), [undefined, 'EACCES', undefined]);
});

for (const [code, refused] of [['EACCES', 'EACCES'], ['ENAMETOOLONG', 'ENAMETOOLONG'], ['ENOENT', undefined], ['ELOOP', undefined]] as const) {
	test(`a folder in which a name cannot be looked at says why, unless it leads nowhere: ${code}`, t => {
		const folder = temporaryFolder(t);
		fs.writeFileSync(path.join(folder, 'seen.log'), '');
		const disk = {...realDisk, namesIn: () => ['hidden.log', 'seen.log'], factsOf: (file: string) => path.basename(file) === 'hidden.log' ? {refused: code} : realDisk.factsOf(file)};
		const [listed] = foldersBelow(disk, folder, 1);
		t.like(listed, {refused, files: [path.join(folder, 'seen.log')]});
	});
}

test('a folder that comes into a tree which is followed is followed with its logs', async t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'top.log'), 'one\n');
	const {recorder} = follow(t, [folder], {isRecursive: true});
	await until(() => recorder.texts.length === 1, 'the log at the top is read');
	fs.mkdirSync(path.join(folder, 'sensor2'));
	fs.writeFileSync(path.join(folder, 'sensor2', 'auth.log'), 'two\n');
	await until(() => recorder.texts.includes('two'), 'the log in the new folder is read');
	fs.appendFileSync(path.join(folder, 'sensor2', 'auth.log'), 'three\n');
	await until(() => recorder.texts.includes('three'), 'it is followed');
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});
