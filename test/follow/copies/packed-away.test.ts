import test from 'ava';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';
import {WakefulDoorman} from '../stage/wakeful-doorman.ts';

/** Long enough for the next look, and for what was looked at to count as at rest. */
const aWhileMs = 500;

const datedMs = (disk: MemoryDisk, file: string): number => {
	const facts = disk.factsOf(file);
	return 'refused' in facts ? NaN : facts.modifiedMs;
};

/** Packs as a program does that nobody knows: what it makes begins like nothing. */
function packAway(disk: MemoryDisk, copy: string, datesMs: number): void {
	disk.create(`${copy}.foo`);
	disk.fill(`${copy}.foo`, new Uint8Array([7, 7, 7]));
	disk.date(`${copy}.foo`, datesMs);
	disk.remove(copy);
}

type Rotation = {
	readonly copy: string;
	/** What the packed copy is dated as; a number: at that time. */
	readonly dated: 'as the log' | 'as the copy' | number;
	readonly isCopySeen: boolean;
	/** It is looked at, and then something is written, copied and packed before the log is looked at again. */
	readonly isTwice?: boolean;
	/** So long the log lies as it was written before it is copied. */
	readonly restMs?: number;
	/** When the log was written, if not just now. */
	readonly writtenMs?: number;
};

function tellAround({copy, dated, isCopySeen, isTwice = false, restMs = aWhileMs, writtenMs}: Rotation): readonly string[] {
	const disk = diskWithFolder();
	disk.create(live);
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	lookFor(aWhileMs);
	disk.hold(live)('one\n');
	disk.date(live, writtenMs ?? (clock.calendarMs() + 0.25));
	lookFor(restMs);
	rotate(copy);
	if (isTwice) {
		lookFor(aWhileMs);
		disk.hold(live)('unseen\n');
		disk.remove(`${copy}.foo`);
		rotate(copy);
	}

	disk.hold(live)('two\n');
	lookFor(aWhileMs);
	close();
	return recorder.told.map(({type, text}) => type === 'hole' ? type : text);

	function rotate(to: string): void {
		const dates = {'as the log': datedMs(disk, live), 'as the copy': 0};
		disk.copy(live, to);
		dates['as the copy'] = datedMs(disk, to);
		disk.truncate(live, 0);
		if (isCopySeen) {
			lookFor(aWhileMs);
		}

		packAway(disk, to, typeof dated === 'number' ? dated : dates[dated]);
	}
}

for (const [name, rotation, told] of [
	['dated as the copy', {copy: `${live}.1`, dated: 'as the copy', isCopySeen: true}, ['one', 'two']],
	['dated as the log', {copy: `${live}.1`, dated: 'as the log', isCopySeen: true}, ['one', 'two']],
	['with a date in its name', {copy: `${live}-20260101`, dated: 'as the log', isCopySeen: true}, ['one', 'two']],
	['dated as the log, before it was seen', {copy: `${live}.1`, dated: 'as the log', isCopySeen: false}, ['one', 'two']],
	['dated as the log, before it was seen, and the log just written', {copy: `${live}.1`, dated: 'as the log', isCopySeen: false, restMs: 20}, ['one', 'hole', 'two']],
	['dated as nothing known', {copy: `${live}.1`, dated: 1_700_000_000_777.25, isCopySeen: true}, ['one', 'hole', 'two']],
	['dated as the log, to a whole second', {copy: `${live}.1`, dated: 'as the log', isCopySeen: false, writtenMs: 1_700_000_000_000}, ['one', 'hole', 'two']],
	['and another after it', {copy: `${live}.1`, dated: 'as the log', isCopySeen: false, isTwice: true}, ['one', 'hole', 'two']],
] as const) {
	test(`a copy packed by a program nobody knows, ${name}: ${told.length > 2 ? 'a gap is told' : 'no gap'}`, t => {
		t.deepEqual(tellAround(rotation), told);
	});
}

for (const [name, isTwice, told] of [
	['is known by what is in it', false, ['one', 'two', 'three']],
	['after which another was made is not the last', true, ['one', 'two', 'hole', 'three']],
] as const) {
	test(`a copy packed by gzip while the log went on, dated as neither, ${name}`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		const doorman = new WakefulDoorman(disk, ['beside', 'send']);
		const {recorder, lookFor, close} = followInMemory({disk, openDoorman: doorman.open});
		disk.hold(live)('one\n');
		lookFor(aWhileMs);

		disk.hold(live)('two\n');
		disk.copy(live, `${live}.1`);
		doorman.stir();
		disk.truncate(live, 0);
		disk.pack(`${live}.1`);
		if (isTwice) {
			disk.hold(live)('unseen\n');
			disk.remove(`${live}.1.gz`);
			disk.copy(live, `${live}.1`);
			disk.truncate(live, 0);
			disk.pack(`${live}.1`);
		}

		disk.hold(live)('three\n');
		doorman.stir();
		lookFor(aWhileMs);
		close();
		t.deepEqual(recorder.told.map(({type, text}) => type === 'hole' ? type : text), told);
	});
}
