import test from 'ava';
import type {OpenedFile} from '../../../source/follow/doorman/arrival.ts';
import {CopyWitness} from '../../../source/follow/copies/copy-witness.ts';
import type {FileFacts} from '../../../source/follow/disk/disk.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';

const live = '/log/audit.log';
const copyPath = `${live}.1`;

/** A log of two lines, just copied. */
function copied() {
	const disk = new MemoryDisk();
	disk.create(live);
	disk.hold(live)('one\ntwo\n');
	disk.copy(live, copyPath);
	const witness = new CopyWitness(disk, live);
	return {disk, witness, first: seen(disk)};
}

const seen = (disk: MemoryDisk): OpenedFile => ({path: copyPath, facts: disk.factsOf(copyPath) as FileFacts, handle: disk.open(copyPath) as number});

test('how the live file began after a copy is told with the next one', t => {
	const {disk, witness, first} = copied();
	t.is(witness.see(first), undefined);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	witness.look(disk.factsOf(live) as FileFacts);
	disk.copy(live, copyPath);
	const testimony = witness.see(seen(disk))!;
	t.is(testimony.copy, first.facts);
	t.is(new TextDecoder().decode(testimony.opening), 'three\n');
});

test('a banner with which every content begins testifies nothing; what stands behind it does', t => {
	const banner = `${'='.repeat(2000)}\n`;
	const disk = new MemoryDisk();
	disk.create(live);
	disk.hold(live)(`${banner}one\ntwo\n`);
	disk.copy(live, copyPath);
	const witness = new CopyWitness(disk, live);
	witness.see(seen(disk));
	disk.truncate(live, 0);
	disk.hold(live)(banner);
	witness.look(disk.factsOf(live) as FileFacts);
	t.true(witness.isCurious);
	disk.hold(live)('new\n');
	witness.look(disk.factsOf(live) as FileFacts);
	disk.copy(live, copyPath);
	const {opening} = witness.see(seen(disk))!;
	t.is(new TextDecoder().decode(opening), `${banner}new\n`);
});

for (const [name, meanwhile] of [
	['was not truncated yet', () => undefined],
	['holds less than a line', disk => {
		disk.truncate(live, 0);
		disk.hold(live)('thr');
	}],
	['was copied again meanwhile', disk => {
		disk.truncate(live, 0);
		disk.hold(live)('three\n');
		disk.copy(live, copyPath);
	}],
	['is another file by now', disk => {
		disk.rename(live, `${live}.2`);
		disk.create(live);
		disk.hold(live)('x\n');
	}],
] satisfies ReadonlyArray<readonly [string, (disk: MemoryDisk) => void]>) {
	test(`a live file that ${name} testifies nothing`, t => {
		const {disk, witness, first} = copied();
		const before = disk.factsOf(live) as FileFacts;
		witness.see(first);
		meanwhile(disk);
		witness.look(before);
		t.is(witness.see(seen(disk)), undefined);
	});
}
