import test from 'ava';
import {wireBytes} from '../../source/terminal/wire-bytes.ts';
import {asInkWrites, DiffScreen} from './diff-screen.ts';

/** What a person sees while following a log: a header that counts, a histogram, rows in time order, one of them selected, a search line, keys. */
type View = {
	readonly columns: number;
	readonly rows: number;
	readonly sidebarCells: number;
	readonly newest: number;
	readonly search?: string;
	readonly clock?: string;
};

const actions = ['Login', 'Alert learned', 'User created', 'Password reset', 'Exclusion created', 'Upgrade'] as const;
const users = ['dana.admin', 'svc-backup', 'support', '-', 'cyberx'] as const;

function eventRow(number: number, widthCells: number, isSelected: boolean): string {
	const minute = String(Math.floor(number / 60) % 60).padStart(2, '0');
	const second = String(number % 60).padStart(2, '0');
	const text = `09:${minute}:${second} I ${actions[number % 6]!.padEnd(18)} ${users[number % 5]!.padEnd(12)} from 10.2.${number % 200}.${number * 7 % 250} session ${number * 7919 % 100_000}`;
	const cells = text.slice(0, widthCells).padEnd(widthCells);
	return isSelected ? `\u{1B}[7m${cells}\u{1B}[27m` : cells;
}

/** As many values as a sidebar lists; under them only its rule goes on. */
const listedRows = 20;

function sidebarRow(row: number, widthCells: number): string {
	if (widthCells === 0) {
		return '';
	}

	const value = row < listedRows ? `  ${users[row % 5]!}`.padEnd(widthCells - 8) + String(row * 37).padStart(5) : '';
	return `${value.padEnd(widthCells - 3)} │ `;
}

function frame({columns, rows, sidebarCells, newest, search = '', clock = '09:12:04'}: View): string {
	const bodyRows = rows - 5;
	const listCells = columns - sidebarCells;
	const body = Array.from({length: bodyRows}, (_, row) => sidebarRow(row, sidebarCells) + eventRow(newest - bodyRows + row, listCells, row === bodyRows - 1));
	return [
		`\u{1B}[1m Ledgerline\u{1B}[22m   LIVE   4 sources   ${newest} events`.padEnd(columns + 9 - clock.length) + clock,
		'▁▂▁▃▂▁'.repeat(Math.ceil(columns / 6)).slice(0, columns),
		'\u{1B}[1mTIMELINE\u{1B}[22m',
		...body,
		`/${search}`,
		'\u{1B}[2m Tab pane  f filters  Enter details  + include  - exclude  e export  ? help  q\u{1B}[22m',
	].join('\n');
}

async function bytesFor(before: View, after: View): Promise<number> {
	const screen = new DiffScreen(before);
	await screen.draw(frame(before));
	return wireBytes(await screen.draw(frame(after)));
}

const small: View = {columns: 80, rows: 24, sidebarCells: 0, newest: 12_480};
const large: View = {columns: 200, rows: 60, sidebarCells: 0, newest: 12_480};

for (const [name, view, change, exactBytes, mostBytes] of [
	['a followed line, 80x24', small, {newest: 12_481}, 154, 300],
	['a followed line, 200x60', large, {newest: 12_481}, 154, 450],
	['a followed line beside a sidebar, 80x24', {...small, sidebarCells: 22}, {newest: 12_481}, 492, 750],
	['a followed line beside a sidebar, 200x60', {...large, sidebarCells: 30}, {newest: 12_481}, 575, 1100],
	['ten followed lines, 80x24', small, {newest: 12_490}, 791, 1500],
	['a line back, 80x24', small, {newest: 12_479}, 167, 300],
	['a typed character', small, {search: 'p'}, 11, 30],
	['the next typed character', {...small, search: 'p'}, {search: 'pa'}, 11, 30],
	['a counter', small, {clock: '09:12:05'}, 10, 40],
	['nothing', small, {}, 0, 0],
] as const) {
	test(`${name} costs ${exactBytes} bytes`, async t => {
		const bytes = await bytesFor(view, {...view, ...change});
		t.is(bytes, exactBytes);
		t.true(bytes <= mostBytes);
	});
}

for (const [name, view, capabilities, exactBytes] of [
	['80x24', {...small, sidebarCells: 22}, {}, 1881],
	['80x24 on a VT100', {...small, sidebarCells: 22}, {hasEraseCharacters: false}, 1881],
	['200x60', {...large, sidebarCells: 30}, {}, 5460],
	['200x60 with synchronised output', {...large, sidebarCells: 30}, {hasSynchronisedOutput: true}, 5476],
] as const) {
	test(`the first picture at ${name} costs ${exactBytes} bytes, less than Ink sends`, async t => {
		const {columns, rows} = view;
		const screen = new DiffScreen({columns, rows}, capabilities);
		const bytes = wireBytes(await screen.draw(frame(view)));
		t.is(bytes, exactBytes);
		const inkBytes = wireBytes(asInkWrites(frame(view)));
		t.true(bytes < inkBytes);
	});
}
