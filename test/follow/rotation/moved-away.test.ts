import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import test from 'ava';
import {openDoormanHere, type OpenDoorman} from '../../../source/follow/doorman/doorman.ts';
import {Doorstep} from '../../../source/follow/doorman/doorstep.ts';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';
import {live} from '../stage/scripted-log.ts';

const old = path.join(path.dirname(live), 'old', path.basename(live));

/** Three previous files are kept, in a folder of their own. */
function rotate(disk: MemoryDisk, text: string): void {
	for (const [from, to] of [[`${old}.2`, `${old}.3`], [`${old}.1`, `${old}.2`], [live, `${old}.1`]] as const) {
		if (disk.has(from)) {
			disk.rename(from, to);
		}
	}

	disk.create(live);
	disk.hold(live)(text);
}

test('rotations that pass at once into another folder are read from there, in order, and nothing is doubted', t => {
	const disk = diskWithFolder();
	disk.create(path.dirname(old), 'folder');
	disk.create(live);
	disk.hold(live)('one\n');
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	clock.advance(300);
	rotate(disk, 'two\n');
	rotate(disk, 'three\n');
	rotate(disk, 'four\n');
	lookFor(300);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four']);
	t.deepEqual(recorder.holes, []);
	t.is(disk.openHandles, 0);
});

test('a log moved into a folder that is followed as well comes once, and that is said', async t => {
	const folder = temporaryFolder(t);
	const log = path.join(folder, 'audit.log');
	fs.mkdirSync(path.join(folder, 'old'));
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [folder], {isRecursive: true});
	await until(() => recorder.texts.length === 1, 'the log is read');
	fs.renameSync(log, path.join(folder, 'old', 'audit.log.1'));
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.faults.some(({type}) => type === 'same-file'), 'the moved file is met again');
	await until(() => recorder.texts.includes('two'), 'the new file is read');
	t.deepEqual(recorder.texts, ['one', 'two']);
	t.deepEqual(recorder.holes, []);
});

const lines = Array.from({length: 3000}, (_, index) => `line ${index} of the log`);
const text = lines.map(line => `${line}\n`).join('');

/** What a rotator packs into another folder; `given`: what is read of it there. */
for (const [name, packed, given] of [
	['what was read of the log', text, []],
	['what was read of the log, and a line more', `${text}more\n`, ['more']],
	['the log of another host, which begins alike', `${text.slice(0, -10)}otherwise\n`, [...lines.slice(0, -1), `${lines.at(-1)!.slice(0, -9)}otherwise`]],
	['the beginning of what was read', text.slice(0, text.indexOf('line 2000 ')), lines.slice(0, 2000)],
	['the log of another host', 'other\n', ['other']],
] as const) {
	test(`an archive in a folder that is followed as well, which holds ${name}: nothing comes twice, and nothing is passed over`, async t => {
		const folder = temporaryFolder(t);
		const log = path.join(folder, 'audit.log');
		fs.writeFileSync(log, text);
		const {recorder} = follow(t, [folder], {isRecursive: true});
		await until(() => recorder.texts.length === lines.length, 'the log is read');
		fs.renameSync(log, path.join(folder, 'audit.log.1'));
		fs.writeFileSync(log, 'new\n');
		await until(() => recorder.texts.includes('new'), 'the new file is read');
		fs.mkdirSync(path.join(folder, 'packing'));
		fs.writeFileSync(path.join(folder, 'packing', 'audit.log.1.gz'), zlib.gzipSync(packed));
		await until(() => recorder.faults.some(({type}) => type === 'same-file') || recorder.generations.length > 2, 'the archive is looked into');
		fs.writeFileSync(path.join(folder, 'packing', 'end.log'), 'end\n');
		await until(() => recorder.texts.includes('end') && recorder.texts.length === lines.length + given.length + 2, 'all is read');
		t.deepEqual(recorder.texts.filter(line => line !== 'end'), [...lines, 'new', ...given]);
		t.is(recorder.faults.filter(({type}) => type === 'same-file').length, Number(packed.startsWith(text)));
	});
}

/** A doorman to whom the folder tells of every change: so many of the live name between two looks. */
const toldOf = (changes: number): OpenDoorman => surroundings => {
	let doorstep: Doorstep | undefined;
	return {
		...openDoormanHere(surroundings),
		attend(where, newest) {
			doorstep = new Doorstep({...surroundings, path: where, newest});
			doorstep.beginCount();
		},
		take() {
			doorstep?.look();
			for (let left = doorstep?.hasArrivals === true ? changes : 0; left > 0; left--) {
				doorstep!.hearOfChange();
			}

			return doorstep?.take(true) ?? [];
		},
		close() {
			doorstep?.close();
		},
	};
};

const unknownForm = `${live}.1.lz4`;

/** What becomes of a log while nobody looks; `changes`: of its live name. */
for (const [name, changes, rotateUnseen, holes] of [
	['renamed, packed into a form that nobody knows, and removed', 2, (disk: MemoryDisk) => {
		disk.rename(live, `${live}.1`);
		disk.create(live);
		disk.create(unknownForm);
		disk.remove(`${live}.1`);
	}, 0],
	['renamed to a name that nobody knows', 2, (disk: MemoryDisk) => {
		disk.rename(live, `${path.dirname(live)}/old-one`);
		disk.create(live);
	}, 0],
	['renamed twice, packed and removed', 4, (disk: MemoryDisk) => {
		for (const _ of [1, 2]) {
			disk.rename(live, `${live}.1`);
			disk.create(live);
			disk.remove(`${live}.1`);
		}
	}, 1],
	['removed', 2, (disk: MemoryDisk) => {
		disk.remove(live);
		disk.create(live);
	}, 1],
	['renamed over, twice', 2, (disk: MemoryDisk) => {
		for (const _ of [1, 2]) {
			disk.create(`${live}~`);
			disk.rename(`${live}~`, live);
		}
	}, 1],
] as const) {
	test(`a log that was ${name}: ${holes === 0 ? 'nothing is doubted, as its descriptor knows that it was renamed' : 'that is doubted'}`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		disk.hold(live)('one\n');
		const {clock, recorder, lookFor, close} = followInMemory({disk, openDoorman: toldOf(changes)});
		clock.advance(300);
		rotateUnseen(disk);
		disk.hold(live)('two\n');
		lookFor(300);
		close();
		t.deepEqual(recorder.texts, ['one', 'two']);
		t.is(recorder.holes.length, holes);
	});
}
