import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {type Bar, realDisk} from '../../../source/follow/disk/disk.ts';
import {wayIn} from '../../../source/follow/disk/way-in.ts';
import {temporaryFolder} from '../stage/real-ground.ts';

const log = '/var/log/audit/audit.log';

const barred = (bar: Partial<Bar> & Pick<Bar, 'mode'>) => ({...realDisk, barTo: (): Bar => ({path: log, kind: 'file', owner: 'root', group: 'adm', ...bar})});

for (const [title, bar, sentence] of [
	['its group may read it', {mode: 0o640}, 'Only root and group adm may read it: run as one of them.'],
	['root alone may read it', {mode: 0o600}, 'Only root may read it: run as root.'],
	['nobody may read it', {mode: 0o000}, 'Only root may read it: run as root.'],
	['its owner is somebody else', {mode: 0o600, owner: 'cyberx'}, 'Only root and cyberx may read it: run as one of them.'],
	['its owner and its group may read it', {mode: 0o640, owner: 'cyberx'}, 'Only root, cyberx and group adm may read it: run as one of them.'],
	['a folder above lets only its group through', {mode: 0o750, path: '/var/log/audit', kind: 'folder'}, 'Only root and group adm may enter /var/log/audit: run as one of them.'],
	['a folder above is listed by others, and entered by none', {mode: 0o744, path: '/var/log/audit', kind: 'folder'}, 'Only root may enter /var/log/audit: run as root.'],
	['it is a folder to be listed', {mode: 0o750, kind: 'folder'}, 'Only root and group adm may list it: run as one of them.'],
	['it is a folder of which everybody has the names alone', {mode: 0o754, kind: 'folder'}, 'Only root and group adm may list it: run as one of them.'],
	['its mode lets everybody in', {mode: 0o644}, 'Its mode lets everybody read it: an access control list or a security module (SELinux, AppArmor) does not.'],
] as const satisfies ReadonlyArray<readonly [string, Partial<Bar> & Pick<Bar, 'mode'>, string]>) {
	test(`who may read a log: ${title}`, t => {
		t.is(wayIn(barred(bar), log, 'EACCES'), ` ${sentence}`);
	});
}

test('no way in is named where something else is the trouble, or nothing is known', t => {
	t.is(wayIn(barred({mode: 0o640}), log, 'EIO'), '');
	t.is(wayIn({...realDisk, barTo: () => undefined}, log, 'EACCES'), '');
});

test('owner and group of a file are told by name', t => {
	const file = path.join(temporaryFolder(t), 'a.log');
	fs.writeFileSync(file, '');
	fs.chmodSync(file, 0o640);
	const {mode, ...bar} = realDisk.barTo(file)!;
	t.is(mode % 0o1000, 0o640);
	const {gid} = fs.statSync(file);
	const group = fs.readFileSync('/etc/group', 'utf8').split('\n').find(line => line.split(':', 3)[2] === String(gid))?.split(':', 1)[0] ?? String(gid);
	t.deepEqual(bar, {path: file, kind: 'file', owner: os.userInfo().username, group});
});

test('a file that is gone has nobody to ask', t => {
	t.is(realDisk.barTo('/nowhere/at/all'), undefined);
});
