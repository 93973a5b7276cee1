import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {modes} from './rotations.ts';
import {runStorm, type StormRow} from './run-storm.ts';

/** The long form: every mode in two sizes, our follower and `tail -F` in the same run, one table. */
const {values: {seed, mode, 'small-only': isSmallOnly, 'stop-ms': stopMs, busy}} = parseArgs({options: {
	seed: {type: 'string', default: String(Date.now())},
	mode: {type: 'string'},
	'small-only': {type: 'boolean', default: false},
	'stop-ms': {type: 'string'},
	busy: {type: 'string', default: '0'},
}});

const small = {fileBytes: 64 * 1024, rotationsPerSecond: 200, rotations: 400, writeBytes: 8192};
const large = {fileBytes: 10 * 1024 * 1024, rotationsPerSecond: 10, rotations: 20, writeBytes: 65_536};

const storms = modes
	.filter(each => mode === undefined || each === mode)
	.flatMap(each => (isSmallOnly ? [small] : [small, large]).map(size => ({...size, mode: each, keep: 1, seed: Number(seed), withTail: true, stopMs: stopMs === undefined ? undefined : Number(stopMs), busyLoops: Number(busy)})));

process.stdout.write(`seed ${seed}\n${row('mode', 'file', 'follower', 'MB/s', 'lines', 'lost', 'silent', 'twice', 'torn', 'order', 'holes', 'saved')}`);
const all: StormRow[] = [];
for await (const rows of inTurn()) {
	process.stdout.write(rows.map(each => rowOf(each)).join(''));
	all.push(...rows);
}

keep(all);

/** Figures are worth little without the machine they were taken on, and how busy it was. */
function keep(rows: readonly StormRow[]): void {
	const results = path.join(import.meta.dirname, '../results');
	const at = new Date().toISOString();
	const machine = {cores: os.cpus().length, cpu: os.cpus()[0]?.model, kernel: os.release(), node: process.version, loadAtEnd: os.loadavg()};
	fs.mkdirSync(results, {recursive: true});
	fs.writeFileSync(path.join(results, `storm-${at.slice(0, 10)}${busy === '0' ? '' : '-busy'}${stopMs === undefined ? '' : `-stopped-${stopMs}`}.json`), `${JSON.stringify({at, seed, stopMs, busyLoops: Number(busy), machine, rows}, undefined, '\t')}\n`);
}

/**
One storm at a time: two would starve each other.

@yields What each follower made of it.
*/
async function * inTurn(): AsyncGenerator<readonly StormRow[]> {
	for (const storm of storms) {
		yield runStorm(storm);
	}
}

function rowOf({follower, mode: rotation, fileBytes, lines, verdict, megabytesPerSecond}: StormRow): string {
	const {lost, silent, duplicated, torn, outOfOrder, announced, saved} = verdict;
	return row(rotation, `${Math.round(fileBytes / 1024)} kB`, follower, megabytesPerSecond.toFixed(0), lines, lost, silent, duplicated, torn, outOfOrder, announced, saved);
}

function row(...[rotation, size, follower, ...numbers]: ReadonlyArray<string | number>): string {
	return `${String(rotation).padEnd(18)}${String(size).padStart(9)}  ${String(follower).padEnd(11)}${numbers.map(number => String(number).padStart(9)).join('')}\n`;
}
