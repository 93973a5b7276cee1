import {spawnSync} from 'node:child_process';
import process from 'node:process';
import test from 'ava';
import {MemoryGuard} from '../../source/local/memory-guard.ts';
import {openMemoryLook} from '../../source/local/memory-now.ts';
import {isMemoryShort, type MemoryNow} from '../../source/local/memory-room.ts';
import {ManualClock} from '../follow/stage/manual-clock.ts';

const megabyte = 1024 * 1024;
const plenty: MemoryNow = {ownBytes: 200 * megabyte, limitBytes: Infinity, availableBytes: 4000 * megabyte, heapRoomBytes: 2000 * megabyte};

for (const [title, now, heldMegabytes, wasShort, isShort] of [
	['a machine with plenty is not short', plenty, 100, false, false],
	['a machine that is nearly full is short, whoever fills it', {...plenty, availableBytes: 40 * megabyte}, 1, false, true],
	['a control group is full before its machine is', {...plenty, limitBytes: 240 * megabyte}, 1, false, true],
	['a control group with room is not short', {...plenty, limitBytes: 400 * megabyte}, 100, false, false],
	['a heap may be full before the machine is', {...plenty, heapRoomBytes: 40 * megabyte}, 1, false, true],
	['many events need more room than few', {...plenty, limitBytes: 400 * megabyte}, 600, false, true],
	['a little more room is not enough to go on', {...plenty, availableBytes: 50 * megabyte}, 0, true, true],
	['half as much again is enough to go on', {...plenty, availableBytes: 80 * megabyte}, 0, true, false],
] as const) {
	test(`memory: ${title}`, t => {
		t.is(isMemoryShort(now, {heldBytes: heldMegabytes * megabyte, wasShort}), isShort);
	});
}

/** A guard over a machine whose memory the test sets. */
function guarded() {
	const clock = new ManualClock();
	const told = {now: plenty, holders: 0, shortages: 0};
	const guard = new MemoryGuard({
		memoryNow: () => told.now,
		clock,
		heldBytes: () => 0,
		holdReading() {
			told.holders++;
			return () => {
				told.holders--;
			};
		},
		onShort() {
			told.shortages++;
		},
	});
	/** A second of reading. */
	const read = () => {
		for (let step = 0; step < 100; step++) {
			guard.look();
			clock.advance(10);
		}
	};

	return {guard, clock, told, read};
}

test('reading stops while memory is short and goes on when there is some again; each stop is told once', t => {
	const {guard, clock, told, read} = guarded();
	read();
	t.like(told, {holders: 0, shortages: 0});
	told.now = {...plenty, availableBytes: megabyte};
	read();
	clock.advance(60_000);
	t.like(told, {holders: 1, shortages: 1});
	told.now = plenty;
	clock.advance(2000);
	read();
	t.like(told, {holders: 0, shortages: 1});
	told.now = {...plenty, availableBytes: megabyte};
	read();
	t.like(told, {holders: 1, shortages: 2});
	guard.close();
	told.now = plenty;
	clock.advance(60_000);
	t.like(told, {holders: 1});
});

test('this machine tells sizes that make sense of its memory, each time anew', t => {
	const memory = openMemoryLook();
	const {ownBytes, limitBytes, availableBytes, heapRoomBytes} = memory.now();
	t.true(ownBytes > megabyte && ownBytes < limitBytes);
	t.true(availableBytes > megabyte);
	t.true(heapRoomBytes > megabyte);
	const taken = new Uint8Array(100 * megabyte).fill(1);
	t.true(memory.now().ownBytes > ownBytes + (50 * megabyte));
	t.is(taken.at(-1), 1);
	memory.close();
});

test('a heap is told full before V8 ends the program for it', t => {
	const {stdout, status} = spawnSync(process.execPath, ['--max-old-space-size=160', 'test/local/fixtures/kept-objects.ts'], {encoding: 'utf8'});
	t.is(stdout, 'short after many');
	t.is(status, 0);
});
