import fs from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {discover} from '../../../source/follow/discovery/discover.ts';
import {realDisk} from '../../../source/follow/disk/disk.ts';
import {shortNames} from '../../../source/follow/discovery/source-names.ts';
import {temporaryFolder} from '../stage/real-ground.ts';

const namesOf = (paths: readonly string[]) => paths.map(each => path.basename(each));
const found = (...paths: string[]) => namesOf(discover(realDisk, paths).livePaths);

test('a folder: each log once, previous generations with their live file, what is not text left out and said', t => {
	const folder = temporaryFolder(t);
	for (const name of ['audit.log', 'audit.log.1', 'audit.log.2.gz', 'auth.log', 'rotated-away.log.1']) {
		fs.writeFileSync(path.join(folder, name), 'text\n');
	}

	fs.writeFileSync(path.join(folder, 'wtmp'), new Uint8Array(5000));
	fs.mkdirSync(path.join(folder, 'folder.log'));
	const {livePaths, leftOut} = discover(realDisk, [folder]);
	t.deepEqual(namesOf(livePaths), ['audit.log', 'auth.log', 'rotated-away.log']);
	t.deepEqual(namesOf(leftOut), ['wtmp']);
});

test('files of settings in a folder or under a pattern are no logs, and said; one that is named is read', t => {
	const folder = temporaryFolder(t);
	const [log, map, mapBefore] = ['audit.log', 'plant.yaml', 'plant.yaml.old'].map(name => path.join(folder, name)) as [string, string, string];
	fs.writeFileSync(log, 'text\n');
	fs.writeFileSync(map, 'groups: []\n');
	fs.writeFileSync(mapBefore, 'groups:\n');
	const settings = new Set([map]);
	for (const [paths, logs, left] of [
		[[folder], [log], [map, mapBefore]],
		[[path.join(folder, '*')], [log], [map, mapBefore]],
		[[folder, map], [log, map], []],
		[[folder, mapBefore], [log, mapBefore], [map]],
	] as const) {
		const {livePaths, settings: told} = discover(realDisk, paths, {settings});
		t.deepEqual([livePaths, told], [logs, left]);
	}
});

test('a glob: what it matches, folded in the same way', t => {
	const folder = temporaryFolder(t);
	for (const name of ['audit.log', 'audit.log.1', 'other.txt']) {
		fs.writeFileSync(path.join(folder, name), 'text\n');
	}

	t.deepEqual(found(path.join(folder, 'audit*')), ['audit.log']);
});

test('a pattern that no file matches is told; one that matches something, and a name, are not', t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'audit.log'), 'text\n');
	const [idle, elsewhere] = [path.join(folder, 'zz*.log'), path.join(folder, 'gone', '*.log')];
	t.deepEqual(discover(realDisk, [idle, path.join(folder, 'a*'), path.join(folder, 'not-yet.log'), elsewhere]).unmatched, [idle, elsewhere]);
});

test('the same file by hard link, symbolic link and another spelling is one source, and said so', t => {
	const folder = temporaryFolder(t);
	const [log, hard, soft] = ['audit.log', 'hard.log', 'soft.log'].map(name => path.join(folder, name)) as [string, string, string];
	fs.writeFileSync(log, 'text\n');
	fs.linkSync(log, hard);
	fs.symlinkSync(log, soft);
	const {livePaths, samePaths} = discover(realDisk, [log, hard, soft, `${folder}/./audit.log`]);
	t.deepEqual(namesOf(livePaths), ['audit.log']);
	t.deepEqual(samePaths.map(same => [path.basename(same.path), path.basename(same.followedAs)]), [['hard.log', 'audit.log'], ['soft.log', 'audit.log']]);
});

test('a previous generation named alone is a source of its own', t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'audit.log'), 'text\n');
	fs.writeFileSync(path.join(folder, 'audit.log.1'), 'text\n');
	t.deepEqual(found(path.join(folder, 'audit.log.1')), ['audit.log.1']);
	t.deepEqual(found(path.join(folder, 'audit.log.1'), path.join(folder, 'audit.log')), ['audit.log']);
});

test('a file that does not exist yet is a source', t => {
	const folder = temporaryFolder(t);
	t.deepEqual(found(path.join(folder, 'not-yet.log')), ['not-yet.log']);
});

test('short names grow by folders until they differ', t => {
	const all = ['/logs/a/x/audit.log', '/logs/b/x/audit.log', '/logs/b/x/auth.log'];
	t.deepEqual(shortNames(all).values().toArray(), ['a/x/audit.log', 'b/x/audit.log', 'auth.log']);
});

function treeOfLogs(t: ExecutionContext): string {
	const folder = temporaryFolder(t);
	for (const [inside, name] of [['.', 'top.log'], ['sensor1', 'auth.log'], ['sensor1/var/log', 'auth.log'], ['sensor2', 'audit.log']] as const) {
		fs.mkdirSync(path.join(folder, inside), {recursive: true});
		fs.writeFileSync(path.join(folder, inside, name), `text of ${inside}\n`);
	}

	fs.symlinkSync(folder, path.join(folder, 'sensor2', 'up'));
	return folder;
}

test('folders inside a folder are not read, and said', t => {
	const folder = treeOfLogs(t);
	const {livePaths, unentered} = discover(realDisk, [folder]);
	t.deepEqual(namesOf(livePaths), ['top.log']);
	t.deepEqual(unentered, [{folder, names: ['sensor1', 'sensor2']}]);
});

test('where they are asked for, folders inside a folder are read, those that lie in themselves once', t => {
	const folder = treeOfLogs(t);
	const {livePaths, folders, unentered} = discover(realDisk, [folder], {isRecursive: true});
	t.deepEqual(livePaths.map(each => path.relative(folder, each)), ['top.log', 'sensor1/auth.log', 'sensor2/audit.log', 'sensor1/var/log/auth.log']);
	t.is(folders.length, 5);
	t.deepEqual(unentered, []);
});

test('a picture in a folder of logs is left out, and said; hostile lines are not', t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'picture.png'), Uint8Array.from({length: 5000}, (_, at) => 1 + ((at * 7919) % 255)));
	fs.writeFileSync(path.join(folder, 'auth.log'), 'Mar  3 08:50:05 host sshd[1]: Invalid user \u{1}\u{2}\u{1B}[2J\u{7}x from 10.2.1.14\n'.repeat(100));
	const {livePaths, leftOut} = discover(realDisk, [folder]);
	t.deepEqual(namesOf(livePaths), ['auth.log']);
	t.deepEqual(namesOf(leftOut), ['picture.png']);
});
