import test from 'ava';
import {mostHandlesOf} from '../../../source/follow/handles/descriptors.ts';
import {openFollow} from '../../../source/follow/open-follow.ts';
import {ManualClock} from '../stage/manual-clock.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';
import {Recorder} from '../stage/recorder.ts';

const logCount = 40;
const mostHandles = 10;
const nameOf = (index: number): string => `/logs/app-${index}x.log`;

/** A folder of forty logs, of which ten may be held open, followed to their end. */
function followMany() {
	const disk = new MemoryDisk();
	disk.create('/logs', 'folder');
	for (let index = 0; index < logCount; index++) {
		disk.create(nameOf(index));
		disk.hold(nameOf(index))(`line of ${index}\n`);
	}

	const clock = new ManualClock();
	const recorder = new Recorder();
	const following = openFollow({paths: ['/logs'], isFollowing: true}, recorder, {disk, clock, mostHandles, openDoorbell: () => ({close: () => undefined})});
	following.start();
	clock.advance(300);
	return {disk, clock, recorder, following, linesOf: (index: number) => recorder.texts.filter(text => text.endsWith(` of ${index}`))};
}

test('more logs than may be held open are all read and followed, and that is said in one sentence', t => {
	const {disk, clock, recorder, following} = followMany();
	t.is(recorder.texts.length, logCount);
	for (let index = 0; index < logCount; index++) {
		disk.hold(nameOf(index))(`more of ${index}\n`);
	}

	clock.advance(1000);
	t.is(recorder.texts.length, 2 * logCount);
	t.true(disk.openHandles <= mostHandles);
	t.deepEqual(recorder.faults.map(({type}) => type), ['handles-short']);
	t.deepEqual(recorder.holes, []);
	t.is(following.readBack(0, 0, 'line'.length).type, 'bytes');
	following.close();
	t.is(disk.openHandles, 0);
});

for (const [what, change, lines, holes] of [
	['written and renamed', disk => {
		disk.hold(nameOf(0))('last of 0\n');
		disk.rename(nameOf(0), `${nameOf(0)}.1`);
	}, ['line of 0', 'last of 0', 'fresh of 0'], 0],
	['renamed twice', disk => {
		disk.rename(nameOf(0), `${nameOf(0)}.2`);
		disk.create(`${nameOf(0)}.1`);
		disk.hold(`${nameOf(0)}.1`)('between of 0\n');
	}, ['line of 0', 'between of 0', 'fresh of 0'], 0],
	['deleted, with what nobody can know', disk => {
		disk.remove(nameOf(0));
	}, ['line of 0', 'fresh of 0'], 1],
] as const satisfies ReadonlyArray<readonly [string, (disk: MemoryDisk) => void, readonly string[], number]>) {
	test(`a log that was closed for want of descriptors, ${what}, is followed on`, t => {
		const {disk, clock, recorder, following, linesOf} = followMany();
		change(disk);
		disk.create(nameOf(0));
		disk.hold(nameOf(0))('fresh of 0\n');
		clock.advance(1000);
		t.deepEqual(linesOf(0), lines);
		t.is(recorder.holes.length, holes);
		following.close();
	});
}

for (const [limit, inUse, handles] of [
	[64, 30, 18],
	[64, 60, 4],
	[1024, 40, 728],
] as const) {
	test(`of ${limit} descriptors, ${inUse} of them in use, logs may hold ${handles}`, t => {
		t.is(mostHandlesOf(limit, inUse), handles);
	});
}
