/**
How many megabytes of each format one CPU second reads into columns. Each format is read in a process of its own; what is kept in
bench/results/ holds the whole run and the median of its sixteenths. Samples repeat a few lines, most of which are known after the first time, so a
quarter as much is read with other numbers in each line. The last column is the plainest loop over bytes in the same process: where it is slower than on
another day, or than in the row above, so is the machine.
Run: `node bench/formats/speed.ts [MEGABYTES [NAME]]` (256 by default; with a name, only the formats that have it in theirs, and nothing is kept).
*/
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import process from 'node:process';
import type {Speed} from './read-sample.ts';
import {type Sample, samples} from './samples.ts';

/** What every built-in format shall reach, megabytes per CPU second. */
const wanted = 200;

const megabytes = Number(process.argv[2] ?? 256);
const only = process.argv[3];
const loadBefore = loadavg()[0]!;

console.log('| format | MB per CPU second | median | ns a line | other numbers | byte loop |\n|---|---|---|---|---|---|');
const results = samples.filter(({name}) => only === undefined || name.includes(only)).map(sample => measured(sample));
const slow = results.filter(({isPattern, medianMegabytesPerSecond}) => !isPattern && medianMegabytesPerSecond < wanted);
console.log(slow.length === 0 ? `\nAll reach ${wanted}.` : `\nBelow ${wanted}: ${slow.map(({name}) => name).join(', ')}.`);
const patterns = results.filter(({isPattern}) => isPattern);
for (const {name, medianMegabytesPerSecond} of patterns) {
	console.log(`${name}: ${(wanted / medianMegabytesPerSecond).toFixed(1)} times slower than ${wanted}.`);
}

if (only === undefined) {
	const day = new Date().toISOString().slice(0, 10);
	const about = {day, node: process.version, processors: cpus().length, megabytes, loadBefore, loadAfter: loadavg()[0]!};
	writeFileSync(new URL(`../results/formats-${day}.json`, import.meta.url), `${JSON.stringify({about, results}, rounded, '\t')}\n`);
}

type Measured = {readonly name: string; readonly isPattern: boolean; readonly variedMegabytesPerSecond: number} & Speed;

function measured({name, isPattern = false}: Sample): Measured {
	const speed = speedOf(name, String(megabytes));
	const {medianMegabytesPerSecond: variedMegabytesPerSecond} = speedOf(name, String(megabytes / 4), 'varied');
	const cells = [speed.megabytesPerSecond, speed.medianMegabytesPerSecond, speed.nanosecondsPerLine, variedMegabytesPerSecond, speed.byteLoopMegabytesPerSecond].map(value => Math.round(value));
	console.log(`| ${name}${name.startsWith(speed.format) ? '' : `, read as ${speed.format}`} | ${cells.join(' | ')} |`);
	return {name, isPattern, variedMegabytesPerSecond, ...speed};
}

function speedOf(...wishes: readonly string[]): Speed {
	return JSON.parse(execFileSync(process.execPath, ['bench/formats/read-sample.ts', ...wishes], {encoding: 'utf8'})) as Speed;
}

function rounded(_: string, value: unknown): unknown {
	return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
