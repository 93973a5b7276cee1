import {Buffer} from 'node:buffer';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {realDisk} from '../../source/follow/disk/disk.ts';
import {unpackInThread} from '../../source/local/unpacking-thread.ts';
import {follow, temporaryFolder, until} from '../follow/stage/real-ground.ts';
import {logFolder} from './logs.ts';

const text = Array.from({length: 50_000}, (_, index) => `line ${index} of the archive\n`).join('');

for (const [archive, tool] of [['xz', 'xz'], ['bz2', 'bzip2']] as const) {
	const isThere = spawnSync(tool, ['--version'], {input: ''}).error === undefined;
	/** Skipped, and shown as such, where the tool is not installed. */
	const testWherePacked = isThere ? test : test.skip;

	testWherePacked(`${archive}: archives are unpacked side by side while their reader goes on with other things`, async t => {
		const logs = await logFolder(t);
		const handle = packedFile(logs.path(`a.${archive}`), execFileSync(tool, ['-c'], {input: text}));
		let isOver = false;
		let turns = 0;
		const turn = () => {
			turns++;
			if (!isOver) {
				setImmediate(turn);
			}
		};

		turn();
		const contents = await Promise.all([1, 2].map(async () => contentOf(unpackInThread({disk: realDisk, handle, archive}))));
		isOver = true;
		t.deepEqual(contents, [text, text]);
		t.true(turns > 1);
	});

	testWherePacked(`${archive}: an archive whose name does not tell is read once as the log it holds`, async t => {
		const file = path.join(temporaryFolder(t), 'evidence');
		fs.writeFileSync(file, execFileSync(tool, ['-c'], {input: text}));
		const {recorder} = follow(t, [file], {isFollowing: false, ground: {unpack: unpackInThread}});
		await until(() => recorder.caughtUpCount === 1, 'all is read');
		t.deepEqual(recorder.faults, []);
		t.is(`${recorder.texts.join('\n')}\n`, text);
	});

	testWherePacked(`${archive}: a damaged archive fails, and the next one is unpacked`, async t => {
		const logs = await logFolder(t);
		const packed = execFileSync(tool, ['-c'], {input: text});
		const damaged = packedFile(logs.path(`damaged.${archive}`), packed.subarray(0, packed.length / 2));
		await t.throwsAsync(contentOf(unpackInThread({disk: realDisk, handle: damaged, archive})), {message: 'it ends in the middle'});
		const sound = packedFile(logs.path(`sound.${archive}`), packed);
		t.is(await contentOf(unpackInThread({disk: realDisk, handle: sound, archive})), text);
	});

	testWherePacked(`${archive}: a reader that wants no more gets no more`, async t => {
		const logs = await logFolder(t);
		const handle = packedFile(logs.path(`a.${archive}`), execFileSync(tool, ['-c'], {input: text}));
		const pieces = unpackInThread({disk: realDisk, handle, archive});
		await pieces.next();
		await pieces.return!();
		t.deepEqual(await pieces.next(), {done: true, value: undefined});
	});
}

function packedFile(file: string, packed: Uint8Array): number {
	fs.mkdirSync(path.dirname(file), {recursive: true});
	fs.writeFileSync(file, packed);
	return realDisk.open(file) as number;
}

async function contentOf(pieces: AsyncIterator<Uint8Array>): Promise<string> {
	const all: Uint8Array[] = [];
	/* eslint-disable no-await-in-loop -- One piece after the other. */
	for (let step = await pieces.next(); step.done !== true; step = await pieces.next()) {
		all.push(step.value);
	}
	/* eslint-enable no-await-in-loop */

	return Buffer.concat(all).toString();
}
