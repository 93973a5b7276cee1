import {Buffer} from 'node:buffer';
import test from 'ava';
import {isRefusal, type Disk, type Handle} from '../../../source/follow/disk/disk.ts';
import {openFollow} from '../../../source/follow/open-follow.ts';
import {shareHandles} from '../../../source/follow/handles/shared-handles.ts';
import {ManualClock} from '../stage/manual-clock.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';
import {Recorder} from '../stage/recorder.ts';

const mostOpen = 10;
const fileCount = 100;

const nameOf = (index: number): string => `/logs/log-${index}x.log`;

/** A disk with a hundred logs, of which ten can be open at once. */
function narrowDisk() {
	const memory = new MemoryDisk();
	memory.create('/logs', 'folder');
	for (let index = 0; index < fileCount; index++) {
		memory.create(nameOf(index));
		memory.hold(nameOf(index))(`line of ${index}\n`);
	}

	const disk: Disk = {
		factsOf: file => memory.factsOf(file),
		factsOfHandle: handle => memory.factsOfHandle(handle),
		isLink: file => memory.isLink(file),
		targetOf: file => memory.targetOf(file),
		pathOf: handle => memory.pathOf(handle),
		open: file => memory.openHandles >= mostOpen ? {refused: 'EMFILE'} : memory.open(file),
		read: (handle, into, offsetBytes) => memory.read(handle, into, offsetBytes),
		close(handle) {
			memory.close(handle);
		},
		namesIn: folder => memory.openHandles >= mostOpen ? {refused: 'EMFILE'} : memory.namesIn(folder),
		glob: () => memory.glob(),
		barTo: () => undefined,
	};
	return {memory, disk};
}

function textIn(disk: Disk, handle: Handle): string {
	const into = new Uint8Array(100);
	const count = disk.read(handle, into, 0);
	return isRefusal(count) ? count.refused : Buffer.from(into.subarray(0, count)).toString();
}

test('a hundred logs are read once with ten descriptors, and none is left out', t => {
	const {memory, disk} = narrowDisk();
	const clock = new ManualClock();
	const recorder = new Recorder();
	const following = openFollow({paths: ['/logs'], isFollowing: false}, recorder, {disk, clock, openDoorbell: () => ({close: () => undefined})});
	following.start();
	clock.advance(1000);
	t.is(recorder.caughtUpCount, 1);
	t.deepEqual(recorder.faults, []);
	t.is(recorder.texts.length, fileCount);
	t.deepEqual(recorder.given.map(({generation, offsetBytes}) => following.readBack(generation, offsetBytes, 'line'.length).type).filter(type => type !== 'bytes'), []);
	following.close();
	t.is(memory.openHandles, 0);
});

test('what was closed to make room is read on where it stood', t => {
	const {disk: narrow} = narrowDisk();
	const disk = shareHandles(narrow);
	const handles = Array.from({length: fileCount}, (_, index) => disk.open(nameOf(index)) as Handle);
	for (const [index, handle] of handles.entries()) {
		t.is(textIn(disk, handle), `line of ${index}\n`);
	}
});

test('another file at the path of one that was closed is not taken for it', t => {
	const {memory, disk: narrow} = narrowDisk();
	const disk = shareHandles(narrow);
	const handles = Array.from({length: fileCount}, (_, index) => disk.open(nameOf(index)) as Handle);
	memory.remove(nameOf(0));
	memory.create(nameOf(0));
	t.is(textIn(disk, handles[0]!), 'ESTALE');
});

test('a disk that refuses to be read is a loss of each log where nobody follows, and not its end', t => {
	const {memory, disk} = narrowDisk();
	memory.refuse('every read', 'EIO');
	const clock = new ManualClock();
	const recorder = new Recorder();
	const following = openFollow({paths: ['/logs'], isFollowing: false}, recorder, {disk, clock, openDoorbell: () => ({close: () => undefined})});
	following.start();
	clock.advance(1000);
	t.is(recorder.caughtUpCount, 1);
	t.deepEqual(new Set(recorder.faults.map(({type, sentence}) => `${type}${sentence.slice(sentence.indexOf(' could'))}`)), new Set(['unreadable could not be read to its end: the disk reports a read error (EIO). What was read is kept.']));
	t.deepEqual([recorder.faults.length, recorder.holes.length], [fileCount, fileCount]);
	following.close();
});
