import test from 'ava';
import type {MemoryDisk} from '../stage/memory-disk.ts';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';

const aWhileMs = 500;

/** Longer than late lines are awaited. */
const longMs = 5000;

const numbered = (from: number, to: number): string => Array.from({length: to - from}, (_, index) => `${from + index} is its number\n`).join('');

/** What an editor or rsync does: another file is made, and renamed to the name of the log. */
function replace(disk: MemoryDisk, text: string): void {
	disk.create(`${live}~`);
	disk.hold(`${live}~`)(text);
	disk.rename(`${live}~`, live);
}

/** `told`: lines and holes by their numbers, `-` for a hole; what was there before is 0 to 9. */
const replacements: ReadonlyArray<readonly [name: string, happens: (disk: MemoryDisk) => void, told: string]> = [
	['by the same', disk => {
		replace(disk, numbered(0, 10));
	}, '0123456789'],
	['by a longer one that begins so', disk => {
		replace(disk, numbered(0, 13));
	}, '0123456789 10 11 12'],
	['by a shorter one that begins so', disk => {
		replace(disk, numbered(0, 6));
	}, '0123456789'],
	['by a shorter one that ends inside a line', disk => {
		replace(disk, numbered(0, 6).slice(0, -3));
	}, '0123456789'],
	['before its last lines were read', disk => {
		disk.hold(live)(numbered(10, 12));
		replace(disk, numbered(0, 11));
	}, '0123456789 10 11'],
	['by one that was edited', disk => {
		replace(disk, `${numbered(0, 3)}edited\n${numbered(4, 10)}`);
	}, '0123456789-012 edited 456789'],
	['by one that shares its heading with it', disk => {
		replace(disk, '0 is its number\nother\n');
	}, '0123456789-0 other'],
	['after it was rotated to where it lies beside the new one', disk => {
		disk.rename(live, `${live}.1`);
		replace(disk, numbered(0, 10));
	}, '01234567890123456789'],
	['and a program goes on writing to the old one', disk => {
		const writeOld = disk.hold(live);
		replace(disk, numbered(0, 10));
		disk.meanwhile(live, () => undefined, () => undefined, () => {
			writeOld(numbered(10, 11));
		});
	}, '0123456789 10'],
];

for (const [name, happens, told] of replacements) {
	test(`a log replaced ${name}: what was given is not given again`, t => {
		const disk = diskWithFolder();
		disk.create(live);
		disk.hold(live)(numbered(0, 10));
		const {recorder, lookFor, close} = followInMemory({disk});
		lookFor(aWhileMs);
		happens(disk);
		lookFor(longMs);
		const {length} = recorder.told;
		disk.hold(live)('written since\n');
		lookFor(longMs);
		close();
		t.is(recorder.told.slice(0, length).map(({type, text}) => type === 'hole' ? '-' : shortOf(text)).join('').replaceAll(/ +/g, ' ').trim(), told);
		t.true(recorder.texts.at(-1)!.endsWith('written since'));
		t.is(disk.openHandles, 0);
	});
}

function shortOf(text: string): string {
	const word = text.split(' ', 1)[0]!;
	return word.length === 1 ? word : ` ${word} `;
}
