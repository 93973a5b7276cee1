import {Buffer} from 'node:buffer';
import test from 'ava';
import {ArchiveMemory} from '../../../source/follow/archives/archive-memory.ts';
import type {OpenedFile} from '../../../source/follow/doorman/arrival.ts';
import {Generation} from '../../../source/follow/generation.ts';
import {openFile} from '../../../source/follow/handles/open-generation.ts';
import {BackReader} from '../../../source/follow/reading/read-back.ts';
import {Retained} from '../../../source/follow/reading/retained.ts';
import {diskWithFolder} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';

const ignore = (): void => undefined;

test('what was punched out of a file is gone, and is not read back as NULs', t => {
	const disk = diskWithFolder();
	disk.create(live);
	disk.hold(live)('\0\0\0\0two\n');
	const generation = new Generation(openFile(disk, live) as OpenedFile);
	const reader = new BackReader(disk, {retained: new Retained(0, ignore), archived: new ArchiveMemory(0, ignore)});
	const wanted = {generation, livePath: live, lengthBytes: 4};
	t.is(reader.read({...wanted, offsetBytes: 0}).type, 'gone');
	t.is(reader.read({...wanted, offsetBytes: 4}).type, 'bytes');
});

for (const [text, offsetBytes] of [
	['one\n\0\0\0\0\ntwo\n', 4],
	['one\n\0\0\0\0\r\n', 4],
	['\0\0\0\0\n', 0],
] as const) {
	test(`NULs that a power failure left in the place of a line are read back: ${JSON.stringify(text)}`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		disk.hold(live)(text);
		const generation = new Generation(openFile(disk, live) as OpenedFile);
		const reader = new BackReader(disk, {retained: new Retained(0, ignore), archived: new ArchiveMemory(0, ignore)});
		t.like(reader.read({generation, livePath: live, offsetBytes, lengthBytes: 4}), {type: 'bytes', bytes: Buffer.alloc(4)});
	});
}
