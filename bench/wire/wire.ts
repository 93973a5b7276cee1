import {mkdirSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import process from 'node:process';
import {measure, type Measured} from './measures.ts';
import {programs} from './programs.ts';
import {wireTable} from './table.ts';

/**
What crosses the wire, and how long keys wait, side by side with plain Ink and whatever of lnav, less and multitail is installed.

	npm run build && node bench/wire/wire.ts
*/
const date = new Date().toISOString();
const loadBefore = loadavg()[0]!;
const rows: Array<{readonly name: string} & Measured> = [];
for (const program of programs) {
	try {
		// eslint-disable-next-line no-await-in-loop -- one after the other, so that each has the machine to itself
		rows.push({name: program.name, ...await measure(program)});
		process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`);
	} catch (error) {
		// The others are still worth a table.
		process.stderr.write(`${program.name} has no row: ${(error as Error).message}\n`);
	}
}

const result = {date, node: process.version, cores: cpus().length, loadBefore, loadAfter: loadavg()[0]!, rows};
mkdirSync('bench/results', {recursive: true});
writeFileSync(`bench/results/wire-${date.slice(0, 16).replaceAll(':', '')}.json`, `${JSON.stringify(result, undefined, '\t')}\n`);
process.stdout.write(`${wireTable(result)}\n`);
