import test from 'ava';
import type {FileFacts} from '../../../source/follow/disk/disk.ts';
import {turnBetween} from '../../../source/follow/rotation/rotation.ts';

const facts = (changes: Partial<FileFacts> = {}): FileFacts => ({kind: 'file', device: 1n, inode: 1n, links: 1, bornNs: 1n, sizeBytes: 10, modifiedMs: 0, ...changes});
const known = (changes: {facts?: FileFacts; offsetBytes?: number; isContentKept?: boolean} = {}) => ({facts: facts(), offsetBytes: 10, isContentKept: true, ...changes});

for (const [name, before, after, turn] of [
	['same file, longer', known(), facts({sizeBytes: 20}), 'grown'],
	['same file, as long as was read', known(), facts(), 'unchanged'],
	['same file, shorter', known({offsetBytes: 20}), facts({sizeBytes: 10}), 'truncated'],
	['new inode, longer', known(), facts({inode: 2n, sizeBytes: 20}), 'replaced'],
	['inode reused by a file born later', known(), facts({bornNs: 2n, sizeBytes: 20}), 'replaced'],
	['same inode number on another device', known(), facts({device: 2n}), 'replaced'],
	['truncated, then grown past the old end', known({isContentKept: false}), facts({sizeBytes: 20}), 'truncated'],
] as const) {
	test(`turn: ${name}`, t => {
		t.is(turnBetween(before, after), turn);
	});
}
