import fs from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {filesIn, type Arrival, type CopyArrival, type FileArrival} from '../../../source/follow/doorman/arrival.ts';
import {isRefusal, realDisk} from '../../../source/follow/disk/disk.ts';
import {watchFolder} from '../../../source/follow/doorman/folder-watch.ts';
import {Porch, type Delivered} from '../../../source/follow/doorman/porch.ts';
import {heldIn, temporaryFolder, until} from '../stage/real-ground.ts';

/** A porch at one log of the machine, and what it told. */
function stand(t: ExecutionContext, live: string, isFull = () => false) {
	const told: Delivered[] = [];
	const porch = new Porch({disk: realDisk, calendarMs: () => Date.now(), isFull, nap: () => undefined, tell(delivered) {
		told.push(...delivered);
	}});
	const facts = realDisk.factsOf(live);
	porch.attend(live, isRefusal(facts) ? undefined : facts);
	const close = (): void => {
		porch.close();
		for (const {handle} of told.splice(0).flatMap(({arrivals}) => arrivals).flatMap(arrival => filesIn(arrival))) {
			fs.closeSync(handle);
		}
	};

	t.teardown(close);
	const arrivals = (): readonly Arrival[] => told.flatMap(each => each.arrivals);
	return {
		porch,
		close,
		files: () => arrivals().filter((arrival): arrival is FileArrival => arrival.type === 'file'),
		copies: () => arrivals().filter((arrival): arrival is CopyArrival => arrival.type === 'copy'),
	};
}

const inodeOf = (file: string): bigint => fs.statSync(file, {bigint: true}).ino;

test('a file that comes to a live name is held open, wherever it goes next', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const {files} = stand(t, live);
	fs.renameSync(live, `${live}.1`);
	fs.writeFileSync(live, 'two\n');
	await until(() => files().length === 1, 'it is told');
	fs.rmSync(live);
	t.is(fs.readFileSync(files()[0]!.file.handle, 'utf8'), 'two\n');
	t.deepEqual(files()[0]!.siblings.map(({path: where}) => path.basename(where)), ['audit.log.1']);
});

test('a file renamed over the live one follows it directly, when each change was seen', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const {files} = stand(t, live);
	const before: bigint[] = [];
	for (const round of [1, 2, 3]) {
		before.push(inodeOf(live));
		fs.writeFileSync(`${live}.new-file`, 'next\n');
		fs.renameSync(`${live}.new-file`, live);
		// eslint-disable-next-line no-await-in-loop -- Each round waits for the one before.
		await until(() => files().length === round, 'it is told');
	}

	t.deepEqual(files().map(({directlyAfter}) => directlyAfter?.inode), before);
});

test('two files renamed over the live one at once prove nothing, as that was not renamed away', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const {files} = stand(t, live);
	for (const name of ['unseen', 'seen']) {
		fs.writeFileSync(`${live}.${name}`, `${name}\n`);
		fs.renameSync(`${live}.${name}`, live);
	}

	await until(() => files().length === 1, 'the second is told');
	t.true(files()[0]!.directlyAfter === undefined || files()[0]!.isDirectIfRenamed);
});

test('a copy made beside a live file is held open, wherever it goes next', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const {copies} = stand(t, live);
	fs.copyFileSync(live, `${live}.1`);
	await until(() => copies().length === 1, 'it is told');
	fs.rmSync(`${live}.1`);
	t.is(fs.readFileSync(copies()[0]!.file.handle, 'utf8'), 'one\n');
	t.is(copies()[0]!.live.inode, inodeOf(live));
});

test('a file that passed through the live name unseen is brought with the next one', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const {files} = stand(t, live);
	fs.renameSync(live, `${live}.2`);
	fs.writeFileSync(`${live}.1`, 'two\n');
	fs.writeFileSync(live, 'three\n');
	await until(() => files().length === 1, 'it is told');
	t.deepEqual(files()[0]!.between.map(({handle}) => fs.readFileSync(handle, 'utf8')), ['two\n']);
});

test('nothing is opened while too much waits to be taken, and what came is found afterwards', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	let isFull = true;
	const {files} = stand(t, live, () => isFull);
	fs.renameSync(live, `${live}.1`);
	fs.writeFileSync(live, 'two\n');
	t.deepEqual(heldIn(path.dirname(live)), []);
	isFull = false;
	await until(() => files().length === 1, 'it is told');
});

test('the porch sleeps after a line, and not while names come and go in the folder: the next may be the log itself', async t => {
	const live = path.join(temporaryFolder(t), 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const naps: number[] = [];
	const porch = new Porch({disk: realDisk, calendarMs: () => Date.now(), tell: () => undefined, isFull: () => false, nap(forMs) {
		naps.push(forMs);
	}});
	t.teardown(() => {
		porch.close();
	});
	porch.attend(live, undefined);
	fs.appendFileSync(live, 'two\n');
	await until(() => naps.length > 0, 'it sleeps');
	const before = naps.length;
	const rings: string[] = [];
	const watch = watchFolder(path.dirname(live), ({name}) => {
		rings.push(path.basename(name ?? ''));
	}, () => undefined);
	t.teardown(() => {
		watch?.close();
	});
	fs.writeFileSync(`${live}.new-file`, 'three\n');
	fs.appendFileSync(live, 'four\n');
	await until(() => rings.includes('audit.log'), 'all has rung');
	t.is(naps.length, before);
});

test('what nobody took is closed with the porch', t => {
	const folder = temporaryFolder(t);
	const live = path.join(folder, 'audit.log');
	fs.writeFileSync(live, 'one\n');
	const porch = new Porch({disk: realDisk, calendarMs: () => Date.now(), tell: () => undefined, isFull: () => false, nap: () => undefined});
	porch.attend(live, undefined);
	t.deepEqual(heldIn(folder), [live]);
	porch.close();
	t.deepEqual(heldIn(folder), []);
});
