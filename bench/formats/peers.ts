/**
What a whole file costs from the command to the answer, beside other programs that read the same file: `ledgerline stats` (every event into columns),
`lnav` without a screen counting its messages, and `rg` counting a word, which is the least that anybody can do with every byte.
Run: `npm run build && node bench/formats/peers.ts [MEGABYTES]` (64 by default). The figures are seconds of CPU, the median of the runs in turn.
*/
import {closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {isInstalled, timedInTurn} from '../engine/timed.ts';
import {bytesOfSample, type Sample, samples} from './samples.ts';

/** Of those that `lnav` knows too, what an appliance has most of; and text that is nothing but text. */
const compared: ReadonlySet<string> = new Set(['console-audit', 'sensor-timeline', 'syslog (RFC 3164)', 'log4j', 'web-access', 'plain-text']);

const rounds = 3;
const megabytes = Number(process.argv[2] ?? 64);
const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-peers-'));

try {
	const results = samples.filter(({name}) => compared.has(name)).map(sample => measured(sample));
	const day = new Date().toISOString().slice(0, 10);
	writeFileSync(new URL(`../results/format-peers-${day}.json`, import.meta.url), `${JSON.stringify({day, node: process.version, megabytes, results}, undefined, '\t')}\n`);
} finally {
	rmSync(folder, {recursive: true});
}

function measured(sample: Sample) {
	const file = path.join(folder, 'sample.log');
	writeSample(file, sample);
	const programs: Record<string, readonly string[]> = {
		ledgerline: [process.execPath, 'dist/ledgerline.js', 'stats', file],
		...(isInstalled('lnav') && {lnav: ['lnav', '-n', '-c', ';SELECT count(*) FROM all_logs', file]}),
		...(isInstalled('rg') && {rg: ['rg', '-c', '--no-mmap', 'sensor', file]}),
	};
	const costs = timedInTurn(Object.values(programs), rounds);
	const seconds = Object.fromEntries(Object.keys(programs).map((program, index) => [program, Number(costs[index]!.cpu.toFixed(2))]));
	const ratios = Object.entries(seconds).slice(1).map(([program, cost]) => `${program} ${cost} s (${(seconds.ledgerline! / cost).toFixed(1)} times as much by us)`);
	console.log(`${sample.name}: ${seconds.ledgerline} s; ${ratios.join(', ')}`);
	return {name: sample.name, seconds};
}

function writeSample(file: string, sample: Sample): void {
	const {first, chunks} = bytesOfSample(sample);
	const chunk = chunks[0]!;
	const descriptor = openSync(file, 'w');
	writeSync(descriptor, first);
	for (let written = 0; written < megabytes * 1e6; written += chunk.length) {
		writeSync(descriptor, chunk);
	}

	closeSync(descriptor);
}
