import path from 'node:path';
import test from 'ava';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';

const folder = '/pods/app';

/** Targets in the order of their making, each with a line that is its name; and which of them are removed before anybody looks. */
const switches: ReadonlyArray<{readonly name: string; readonly targets: readonly string[]; readonly removed?: readonly string[]; readonly isDoubted: boolean}> = [
	{name: 'to the log of a container begun anew', targets: ['0.log', '1.log'], isDoubted: false},
	{name: 'over one to the next', targets: ['0.log', '1.log', '2.log'], isDoubted: false},
	{name: 'over files counted past nine', targets: ['8.log', '9.log', '10.log', '11.log'], isDoubted: false},
	{name: 'to the file of the next day', targets: ['app-31-01-2026.log', 'app-01-02-2026.log'], isDoubted: false},
	{name: 'to a further file of the day', targets: ['app-2026-01-01.log', 'app-2026-01-01.log.1'], isDoubted: false},
	{name: 'after the old one was removed', targets: ['0.log', '1.log'], removed: ['0.log'], isDoubted: true},
	{name: 'to a file of another name', targets: ['blue.log', 'green.log'], isDoubted: true},
];

for (const {name, targets, removed = [], isDoubted} of switches) {
	test(`a link is switched ${name}: every line comes once, in order, and ${isDoubted ? 'that there was no more is not claimed' : 'nothing is doubted'}`, t => {
		const disk = diskWithFolder();
		disk.create(folder, 'folder');
		const {clock, recorder, lookFor, close} = followInMemory({disk});
		for (const target of targets) {
			disk.create(path.join(folder, target));
			disk.hold(path.join(folder, target))(`${target}\n`);
			disk.link(path.join(folder, target), live);
			if (target === targets[0]) {
				clock.advance(300);
			}
		}

		for (const target of removed) {
			disk.remove(path.join(folder, target));
		}

		lookFor(300);
		close();
		t.deepEqual(recorder.texts, targets);
		t.is(recorder.holes.length, isDoubted ? 1 : 0);
		t.is(disk.openHandles, 0);
	});
}

test('a link is switched to and fro between files that are written anew: that nothing is missing is not claimed', t => {
	const disk = diskWithFolder();
	disk.create(folder, 'folder');
	const [one, two, three] = ['0.log', '1.log', '2.log'].map(name => path.join(folder, name)) as [string, string, string];
	const write = (target: string, text: string): void => {
		disk.truncate(target, 0);
		disk.hold(target)(text);
		disk.link(target, live);
	};

	for (const target of [one, two]) {
		disk.create(target);
	}

	write(one, 'one\n');
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	clock.advance(300);
	write(two, 'two\n');
	lookFor(300);
	write(one, 'unseen\n');
	disk.create(three);
	write(three, 'three\n');
	lookFor(300);
	close();
	t.true(recorder.holes.length > 0);
	t.is(recorder.texts.at(-1), 'three');
});

test('a link is switched over a file beside it that is dated later than the new one, since the clock was set back: it is read', t => {
	const disk = diskWithFolder();
	const {clock, recorder, lookFor, close} = followInMemory({disk});
	for (const [index, line] of ['one', 'two', 'three'].entries()) {
		const target = `${live}.${index + 1}`;
		disk.create(target);
		disk.hold(target)(`${line}\n`);
		disk.link(target, live);
		clock.advance(index === 0 ? 300 : 0);
		disk.clock.step(index === 1 ? -3_600_000 : 0);
	}

	lookFor(300);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.holes, []);
	t.is(disk.openHandles, 0);
});

for (const [name, rounds, isDoubted] of [
	['to the next file', [['1.log']], false],
	['over one to the next, while an older one lies there', [['1.log'], ['2.log', '3.log']], false],
	['to a file of another name', [['next.log']], true],
] as const) {
	test(`a hard link is switched ${name}: every line comes once, in order, and ${isDoubted ? 'that there was no more is not claimed' : 'nothing is doubted'}`, t => {
		const disk = diskWithFolder();
		const place = (target: string) => path.join(path.dirname(live), target);
		const {recorder, lookFor, close} = followInMemory({disk});
		for (const targets of [['0.log'], ...rounds]) {
			for (const target of targets) {
				disk.create(place(target));
				disk.hold(place(target))(`${target}\n`);
				disk.remove(live);
				disk.linkHard(place(target), live);
			}

			lookFor(300);
		}

		close();
		t.deepEqual(recorder.texts, ['0.log', ...rounds.flat()]);
		t.is(recorder.holes.length, isDoubted ? 1 : 0);
		t.is(disk.openHandles, 0);
	});
}
