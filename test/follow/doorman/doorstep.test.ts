import test from 'ava';
import type {FileFacts, Refusal} from '../../../source/follow/disk/disk.ts';
import type {FileArrival} from '../../../source/follow/doorman/arrival.ts';
import {Doorstep} from '../../../source/follow/doorman/doorstep.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';

const live = '/log/audit.log';

/** A disk with a coarse clock, so that files made soon after each other are born at one instant; and a rotator that works while a folder is listed. */
class BusyDisk extends MemoryDisk {
	beforeListing: (() => void) | undefined;

	override factsOf(file: string): FileFacts | Refusal {
		return coarse(super.factsOf(file));
	}

	override factsOfHandle(handle: number): FileFacts | Refusal {
		return coarse(super.factsOfHandle(handle));
	}

	override namesIn(folder: string): readonly string[] | Refusal {
		this.beforeListing?.();
		this.beforeListing = undefined;
		return super.namesIn(folder);
	}
}

const coarse = (facts: FileFacts | Refusal): FileFacts | Refusal => 'refused' in facts ? facts : {...facts, bornNs: facts.bornNs / 1_000_000_000n};

/** One previous file is kept. */
function rotate(disk: MemoryDisk, text: string): void {
	disk.rename(live, `${live}.1`);
	disk.create(live);
	disk.hold(live)(text);
}

/** The files that came, as their texts, in the order in which they are to be read. */
function textsOf(disk: MemoryDisk, doorstep: Doorstep): string[] {
	return doorstep.take().flatMap(arrival => arrival.type === 'file' ? [...arrival.between, arrival.file] : []).map(({handle}) => {
		const into = new Uint8Array(20);
		return new TextDecoder().decode(into.subarray(0, disk.read(handle, into, 0) as number));
	});
}

function begun(): {readonly disk: BusyDisk; readonly doorstep: Doorstep} {
	const disk = new BusyDisk();
	disk.create(live);
	disk.hold(live)('first');
	// Held by the follower, so that its inode is not used again.
	disk.open(live);
	const doorstep = new Doorstep({disk, calendarMs: () => 0, path: live, newest: disk.factsOf(live) as FileFacts});
	return {disk, doorstep};
}

test('files that came while the folder was listed are not put before the one that was opened', t => {
	const {disk, doorstep} = begun();
	rotate(disk, 'second');
	disk.beforeListing = () => {
		rotate(disk, 'third');
		rotate(disk, 'fourth');
	};

	doorstep.look();
	doorstep.look();
	t.deepEqual(textsOf(disk, doorstep), ['second', 'third', 'fourth']);
});

test('a file that was there before the one that was opened, born at the same instant, comes first', t => {
	const {disk, doorstep} = begun();
	rotate(disk, 'second');
	rotate(disk, 'third');
	doorstep.look();
	t.deepEqual(textsOf(disk, doorstep), ['second', 'third']);
});

test('a previous file that was opened when it appeared is handed over with the next one, though it has gone since', t => {
	const {disk, doorstep} = begun();
	rotate(disk, 'second');
	disk.rename(live, `${live}.1`);
	doorstep.lookBeside(`${live}.1`);
	disk.remove(`${live}.1`);
	disk.create(live);
	disk.hold(live)('third');
	doorstep.look();
	t.deepEqual(textsOf(disk, doorstep), ['second', 'third']);
});

test('a file that was opened at its live name is not opened again as a previous one', t => {
	const {disk, doorstep} = begun();
	rotate(disk, 'second');
	doorstep.look();
	rotate(disk, 'third');
	doorstep.lookBeside(`${live}.1`);
	t.deepEqual(textsOf(disk, doorstep), ['second', 'third']);
	t.is(disk.openHandles, 3);
});

test('a file that was not taken up is offered again a quarter of a second later', t => {
	const disk = new BusyDisk();
	disk.create(live);
	let nowMs = 0;
	const doorstep = new Doorstep({disk, calendarMs: () => nowMs, path: live, newest: undefined});
	doorstep.look();
	t.is(doorstep.take().length, 1);
	doorstep.decline();
	doorstep.look();
	t.is(doorstep.take().length, 0);
	nowMs = 250;
	doorstep.look();
	t.is(doorstep.take().length, 1);
});

for (const [name, told, proof] of [
	['as many changes as were seen', 2, 'that nothing came in between'],
	['one that was not seen', 3, 'that, should the file before have been renamed away'],
	['two that were not seen', 4, 'nothing'],
	['fewer than were seen', 1, 'nothing'],
] as const) {
	test(`a folder that told of ${name} proves ${proof}`, t => {
		const {disk, doorstep} = begun();
		const first = disk.factsOf(live) as FileFacts;
		doorstep.beginCount();
		disk.remove(live);
		doorstep.look();
		disk.create(live);
		doorstep.look();
		for (let left = told; left > 0; left--) {
			doorstep.hearOfChange();
		}

		const arrival = doorstep.take(true).find((each): each is FileArrival => each.type === 'file')!;
		t.deepEqual(arrival.directlyAfter, proof === 'nothing' ? undefined : first);
		t.is(arrival.isDirectIfRenamed, told === 3);
	});
}
