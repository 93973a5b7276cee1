import {Buffer} from 'node:buffer';
import {chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {openDestination} from '../../source/export/destination.ts';
import {temporaryFolder} from '../run/program.ts';

const bytes = Buffer.from('events\n');

test('a file has its name only when all of it is there, and is for its owner alone', async t => {
	const folder = temporaryFolder(t);
	const file = path.join(folder, 'events.csv');
	const destination = await openDestination({path: file, mayReplace: false, token: 'x'});
	await destination.write(bytes);
	t.deepEqual(readdirSync(folder), ['.events.csv.x.part']);
	await destination.commit();
	destination.abandon();
	t.deepEqual(readdirSync(folder), ['events.csv']);
	t.deepEqual(readFileSync(file), bytes);
	t.is(statSync(file).mode & 0o777, 0o600);
});

test('what is given up leaves nothing behind, however often it is given up', async t => {
	const folder = temporaryFolder(t);
	const destination = await openDestination({path: path.join(folder, 'events.csv'), mayReplace: false, token: 'x'});
	await destination.write(bytes);
	destination.abandon();
	destination.abandon();
	t.deepEqual(readdirSync(folder), []);
});

test('a name that was taken meanwhile is not replaced, unless it may be', async t => {
	const folder = temporaryFolder(t);
	const file = path.join(folder, 'events.csv');
	const careful = await openDestination({path: file, mayReplace: false, token: 'x'});
	await careful.write(bytes);
	writeFileSync(file, 'somebody else\'s');
	await t.throwsAsync(careful.commit(), {code: 'EEXIST'});
	careful.abandon();
	t.is(readFileSync(file, 'utf8'), 'somebody else\'s');
	t.deepEqual(readdirSync(folder), ['events.csv']);

	const free = await openDestination({path: file, mayReplace: true, token: 'x'});
	await free.write(bytes);
	await free.commit();
	t.deepEqual(readFileSync(file), bytes);
});

/** Who is bound by the mode of a folder: root is not (capabilities(7)). */
const nobody = 65_534;

test.serial('into a folder that may be written but not read goes a file like any other', async t => {
	const folder = temporaryFolder(t);
	chmodSync(folder, 0o333);
	const whoami = process.geteuid!();
	process.seteuid!(whoami === 0 ? nobody : whoami);
	try {
		const destination = await openDestination({path: path.join(folder, 'events.csv'), mayReplace: false, token: 'x'});
		await destination.write(bytes);
		await t.notThrowsAsync(destination.commit());
	} finally {
		process.seteuid!(whoami);
		chmodSync(folder, 0o777);
	}

	t.deepEqual(readdirSync(folder), ['events.csv']);
});

test('a link laid where the unfinished file would lie is not followed', async t => {
	const folder = temporaryFolder(t, {'victim.log': 'evidence\n'});
	symlinkSync(path.join(folder, 'victim.log'), path.join(folder, '.events.csv.x.part'));
	await t.throwsAsync(openDestination({path: path.join(folder, 'events.csv'), mayReplace: true, token: 'x'}), {code: 'EEXIST'});
	t.is(readFileSync(path.join(folder, 'victim.log'), 'utf8'), 'evidence\n');
});
