import {Buffer} from 'node:buffer';
import test from 'ava';
import {Fingerprint} from '../../../source/follow/disk/fingerprint.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';

const file = '/logs/audit.log';

/** A file of so many bytes, all different from their neighbours, and its print. */
function printed(sizeBytes: number) {
	const disk = new MemoryDisk();
	disk.create(file);
	const bytes = Uint8Array.from({length: sizeBytes}, (_, index) => index % 251);
	disk.fill(file, bytes);
	const handle = disk.open(file) as number;
	const print = new Fingerprint();
	print.add(0, bytes);
	return {disk, handle, print, bytes};
}

test('a file that was cut short since it was compared is not the same, though what was read of it then is still in memory', t => {
	const {disk, handle, print} = printed(100);
	t.true(print.isIn(disk, handle));
	disk.truncate(file, 60);
	t.false(print.isIn(disk, handle));
});

for (const [name, changedByte] of [['first', 0], ['last of its head', 1023], ['last', 4999]] as const) {
	test(`a file whose ${name} byte changed is not the same`, t => {
		const {disk, handle, print, bytes} = printed(5000);
		bytes[changedByte]!++;
		disk.fill(file, bytes);
		t.false(print.isIn(disk, handle));
	});
}

test('what a file looks like when nothing was read of it is what it looks like when all was', t => {
	for (const sizeBytes of [1, 255, 1024, 1025, 5000]) {
		const {disk, handle, print} = printed(sizeBytes);
		const looked = Fingerprint.of(disk, handle, sizeBytes);
		t.is(looked.endBytes, print.endBytes);
		t.is(Buffer.compare(looked.tail, print.tail), 0);
		t.true(looked.isBeginningOf(print));
	}
});
