import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {Generation} from '../../../source/follow/generation.ts';
import {Retained} from '../../../source/follow/reading/retained.ts';
import {relationOf, relativesOf} from '../../../source/follow/rotation/contents.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';

type Delivered = {readonly text: string; readonly fromBytes?: number; readonly toBytes?: number};

/** Files of one folder, opened, each with what was delivered of it; and how often they were read since. */
function folderOf(files: readonly Delivered[]) {
	const disk = new MemoryDisk();
	const read = disk.read.bind(disk);
	let reads = 0;
	disk.read = (...asked) => {
		reads++;
		return read(...asked);
	};

	const generations = files.map(({text, fromBytes = 0, toBytes = text.length}, index) => {
		const path = `/logs/audit.log.${index}`;
		disk.create(path);
		disk.fill(path, Buffer.from(text));
		const generation = new Generation({path, facts: disk.factsOf(path) as Generation['facts'], handle: disk.open(path) as number});
		generation.fingerprint.add(fromBytes, Buffer.from(text.slice(fromBytes, toBytes)));
		return generation;
	});
	return {disk, retained: new Retained(1_000_000, () => undefined), generations, reads: () => reads};
}

const banner = 'ab\n'.repeat(400);
const text = fc.constantFrom('', 'a', 'ab', 'b', banner, `${banner}a`, `${banner}ab`, `${banner}b`, `\0\0\0${banner.slice(3)}ab`);
const delivered = fc.record({text, fromBytes: fc.constantFrom(0, 0, 1)});

test('of all files remembered just those are found that a copy is related to, one by one', t => {
	fc.assert(fc.property(fc.array(delivered, {minLength: 1, maxLength: 8}), files => {
		const {disk, retained, generations} = folderOf(files);
		const [copy, ...others] = generations as [Generation, ...Generation[]];
		const slowly = others.map(known => ({known, relation: relationOf(disk, retained, copy, known)})).filter(({relation}) => relation !== 'other');
		const found = relativesOf(disk, retained, copy, generations);
		t.deepEqual(found.map(({relation}) => relation), slowly.map(({relation}) => relation));
		t.deepEqual(found.map(({known}) => known), slowly.map(({known}) => known));
	}));
});

test('a copy is told from hundreds of other contents by reading its beginning once', t => {
	const {disk, retained, generations, reads} = folderOf(Array.from({length: 300}, (_, index) => ({text: `${index} was here\n`.repeat(500)})));
	t.deepEqual(relativesOf(disk, retained, generations[0]!, generations), []);
	t.is(reads(), 1);
});
