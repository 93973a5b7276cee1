import process from 'node:process';
import {runStorm, type StormRow} from './run-storm.ts';
import {modes} from './rotations.ts';

/** The long form: every mode in two sizes, our follower and `tail -F` in the same run, one table. `--quick` runs the small size only. */
const seed = Number(process.argv.find(argument => /^\d+$/.test(argument)) ?? Date.now() % 1_000_000);
const wanted = process.argv.find(argument => argument.startsWith('--mode='))?.slice('--mode='.length);
const isQuick = process.argv.includes('--quick');

const small = {fileBytes: 64 * 1024, rotationsPerSecond: 200, rotations: 400, writeBytes: 8192};
const large = {fileBytes: 10 * 1024 * 1024, rotationsPerSecond: 10, rotations: 20, writeBytes: 65_536};

process.stdout.write(`seed ${seed}\n`);
for (const mode of modes.filter(each => wanted === undefined || each === wanted)) {
	for (const size of isQuick ? [small] : [small, large]) {
		const rows = await runStorm({...size, mode, keep: 1, seed, withTail: true});
		print(rows);
	}
}

function print(rows: readonly StormRow[]): void {
	for (const {follower, mode, fileBytes, lines, verdict, megabytesPerSecond} of rows) {
		const size = `${Math.round(fileBytes / 1024)} kB`.padStart(9);
		const {lost, silent, duplicated, torn, outOfOrder, announced, saved} = verdict;
		process.stdout.write(`${mode.padEnd(18)}${size} ${follower.padEnd(11)} ${megabytesPerSecond.toFixed(0).padStart(4)} MB/s ${String(lines).padStart(8)} lines: lost ${lost}, silent ${silent}, duplicated ${duplicated}, torn ${torn}, out of order ${outOfOrder}, holes announced ${announced}, saved ${saved}\n`);
	}
}
