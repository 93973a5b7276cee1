/**
What remembering lines (`source/format/line-memory/known-lines.ts`) is worth in logs that are not the same few lines: each line of a corpus again and again, in any
order, with other numbers each time. Every line read, and those that are known compared, in turn.
Run: `node bench/formats/varied.ts [MEGABYTES]` (24 by default), beside the corpora.
*/
import {Buffer} from 'node:buffer';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';
import type {IntakeSink} from '../../source/format/format.ts';
import {openIntake} from '../../source/format/intake/intake.ts';
import {LineMemory} from '../../source/format/line-memory/line-memory.ts';
import {inlineSmallFunctions} from '../../source/run/inlining.ts';
import {cpuSecondsOf} from '../cpu-seconds.ts';
import {median} from '../engine/timed.ts';

const root = new URL('../../', import.meta.url);
const paths = [...['Linux', 'OpenStack', 'Zookeeper', 'Apache'].map(name => `../shared/corpora/loghub/${name}/${name}_2k.log`), 'test/fixtures/syslog/auth.log.1'];
const files = paths.map(path => new URL(path, root)).filter(url => existsSync(url));
const megabytes = Number(process.argv[2] ?? 24);
const pieceBytes = 1e6;
const rounds = 2;

/** Behind a line's time. */
const numbersFrom = 24;

// As the program does.
inlineSmallFunctions();

for (const file of files) {
	const content = variedFrom(readFileSync(file, 'latin1').split('\n').filter(line => line !== ''));
	for (let round = 0; round < rounds; round++) {
		console.log(`${file.pathname.split('/').at(-1)}: read ${speedOf(content, undefined).toFixed(0)} MB/s, known ${speedOf(content, new LineMemory()).toFixed(0)} MB/s`);
	}
}

function variedFrom(lines: readonly string[]): Uint8Array {
	let seed = 7;
	const below = (limit: number): number => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (seed >>> 8) % limit;
	};

	const number = (digits: number): string => String((10 ** (digits - 1)) + below(9 * (10 ** (digits - 1))));
	const varied: string[] = [];
	for (let length = 0; length < megabytes * 1e6; length += varied.at(-1)!.length + 1) {
		const line = lines[below(lines.length)]!;
		const text = line.slice(numbersFrom).replaceAll(/(?<=[ #\(:=\[])\d{3,5}(?=[\s\),:;\]]|$)/gv, digits => number(digits.length));
		varied.push(line.slice(0, numbersFrom) + text.replaceAll(/(?<=\d\.\d+\.\d+\.)\d+/gv, () => String(below(255))));
	}

	// As following gives it: a `Buffer` is searched faster.
	return new Uint8Array(Buffer.from([...varied, ''].join('\n'), 'latin1'));
}

/** The median of its pieces. */
function speedOf(content: Uint8Array, memory: LineMemory | undefined): number {
	const ignore = (): void => undefined;
	const sink: IntakeSink = {add: () => 0, extend: ignore, attach: ignore, missing: ignore, fault: ignore};
	const intake = openIntake({zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs: Date.UTC(2026, 3, 3)}, {memory}, sink);
	const speeds: number[] = [];
	for (let start = 0, end = 0; start < content.length; start = end) {
		end = content.indexOf(0x0A, Math.min(start + pieceBytes, content.length - 1)) + 1;
		const chunk = content.subarray(start, end);
		const from = start;
		speeds.push(chunk.length / cpuSecondsOf(() => {
			intake.push(chunk, from);
		}) / 1e6);
	}

	return median(speeds);
}
