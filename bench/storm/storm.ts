import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {columns, rowOf, withTables, type Weathered} from './report.ts';
import {modes} from './rotations.ts';
import {runStorm} from './run-storm.ts';

/** The long form: every mode in two sizes, our follower and `tail -F` in the same run, one table. `--all`: in every weather, and the tables of README.md written anew. */
const {values: {seed, mode, all: isAll, 'small-only': isSmallOnly, 'stop-ms': stopMs, busy}} = parseArgs({options: {
	seed: {type: 'string', default: String(Date.now())},
	mode: {type: 'string'},
	all: {type: 'boolean', default: false},
	'small-only': {type: 'boolean', default: false},
	'stop-ms': {type: 'string'},
	busy: {type: 'string', default: '0'},
}});

/** What the follower suffers meanwhile. */
type Weather = {readonly stopMs?: number | undefined; readonly busyLoops?: number};

const small = {fileBytes: 64 * 1024, rotationsPerSecond: 200, rotations: 400, writeBytes: 8192};
const large = {fileBytes: 10 * 1024 * 1024, rotationsPerSecond: 10, rotations: 20, writeBytes: 65_536};

const asked: Weather = {stopMs: stopMs === undefined ? undefined : Number(stopMs), busyLoops: Number(busy)};
const both = [small, large];

/** Files of 10 MB live 100 ms: only what lasts much longer can cost one. */
const weathers: ReadonlyArray<readonly [name: string, weather: Weather, sizes: ReadonlyArray<typeof small>]> = isAll
	? [['undisturbed', {}, both], ['stopped for 250 ms', {stopMs: 250}, [small]], ['stopped for 1 s', {stopMs: 1000}, both], ['beside two busy loops', {busyLoops: 2}, [small]]]
	: [[nameOf(asked), asked, both]];

const storms = weathers.flatMap(([weather, suffered, sizes]) => modes
	.filter(each => mode === undefined || each === mode)
	.flatMap(each => (isSmallOnly ? [small] : sizes).map(size => ({weather, orders: {...size, ...suffered, mode: each, keep: 1, seed: Number(seed), withTail: true}}))));

process.stdout.write(`seed ${seed}\n`);
const loadAtStart = os.loadavg();
const rows: Weathered[] = [];
for await (const weathered of inTurn()) {
	rows.push(...weathered);
}

keep();

/**
One storm after the other.

@yields What each follower made of it.
*/
async function * inTurn(): AsyncGenerator<readonly Weathered[]> {
	let before: string | undefined;
	for (const {weather, orders} of storms) {
		process.stdout.write(weather === before ? '' : `\n${weather}\n${columns}`);
		before = weather;
		// eslint-disable-next-line no-await-in-loop -- Storms at the same time would starve each other.
		const storm = await runStorm(orders);
		process.stdout.write(storm.map(row => rowOf(row)).join(''));
		yield storm.map(row => ({...row, weather}));
	}
}

/** Figures are worth little without the machine they were taken on, and how busy it was. */
function keep(): void {
	const at = new Date().toISOString();
	const machine = {cores: os.cpus().length, cpu: os.cpus()[0]?.model, kernel: os.release(), node: process.version, loadAtStart, loadAtEnd: os.loadavg()};
	const results = path.join(import.meta.dirname, '../results');
	fs.mkdirSync(results, {recursive: true});
	const name = isAll ? 'all' : weathers[0]![0].replaceAll(' ', '-');
	fs.writeFileSync(path.join(results, `storm-${at.slice(0, 10)}-${name}.json`), `${JSON.stringify({at, seed, machine, rows}, undefined, '\t')}\n`);
	if (!isAll || isSmallOnly || mode !== undefined) {
		return;
	}

	const readme = path.join(import.meta.dirname, 'README.md');
	fs.writeFileSync(readme, withTables(fs.readFileSync(readme, 'utf8'), {at, seed, machine, rows}));
}

function nameOf({stopMs: stopped, busyLoops}: Weather): string {
	const names = [...stopped === undefined ? [] : [`stopped for ${stopped} ms`], ...busyLoops === 0 ? [] : [`beside ${busyLoops} busy loops`]];
	return names.length === 0 ? 'undisturbed' : names.join(', ');
}
