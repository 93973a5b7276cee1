/**
Measures the embedded engine beside its peers, in turn in one run, and keeps what it found in bench/results/.
Run: `npm run build && node bench/engine/engine.ts [MEGABYTES...]` (20 256 by default; about 95,000 rows for each 10 MB).
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {answersWhenRead, answersWhileReading} from './answers.ts';
import {rareWord, writeAuditFile} from './audit-file.ts';
import {onScreen} from './large-log.ts';
import {isInstalled, timedInTurn} from './timed.ts';

const rounds = 3;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20, 256];
const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-bench-'));
const loadBefore = loadavg()[0]!;
const results = [];

try {
	for (const megabytes of sizes) {
		const file = path.join(folder, `audit-${megabytes}.log`);
		writeAuditFile(file, megabytes);
		// eslint-disable-next-line no-await-in-loop -- Sizes must not share the machine.
		const result = {megabytes, ...besidePeers(file), screens: await onScreen(file), whileReading: await answersWhileReading(file), whenRead: await answersWhenRead(file)};
		results.push(result);
		console.log(JSON.stringify(result, rounded, '\t'));
	}
} finally {
	rmSync(folder, {recursive: true});
}

const day = new Date().toISOString().slice(0, 10);
const about = {day, node: process.version, processors: cpus().length, rounds, loadBefore, loadAfter: loadavg()[0]!};
writeFileSync(new URL(`../results/engine-${day}.json`, import.meta.url), `${JSON.stringify({about, results}, rounded, '\t')}\n`);

/** Whole processes, from start to end, the median of the rounds. less searches only for a person and cannot be run this way. */
function besidePeers(file: string) {
	const programs = {
		index: [process.execPath, 'dist/ledgerline.js', 'stats', file],
		...(isInstalled('lnav') && {lnav: ['lnav', '-n', file]}),
		...(isInstalled('rg') && {rg: ['rg', '-c', 'exec-7', file], rgRare: ['rg', '-c', rareWord, file]}),
	};
	const costs = timedInTurn(Object.values(programs), rounds);
	const [index] = costs;
	const seconds = Object.keys(programs).map((program, place) => ({
		program,
		...costs[place]!,
		indexToProgram: {cpu: index!.cpu / costs[place]!.cpu, wall: index!.wall / costs[place]!.wall},
	}));
	return {seconds};
}

function rounded(_: string, value: unknown): unknown {
	return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
