/** Reads one sample into columns and prints what it cost, as JSON: `node bench/formats/read-sample.ts NAME MEGABYTES [varied]`. A process of its own, so that no format's speed depends on what was read before. */
import {readFileSync} from 'node:fs';
import process from 'node:process';
import type {IntakeSink} from '../../source/format/format.ts';
import {openIntake} from '../../source/format/intake/intake.ts';
import {LineMemory} from '../../source/format/line-memory/line-memory.ts';
import {readFormatSet} from '../../source/format/user-formats/user-formats.ts';
import {inlineSmallFunctions} from '../../source/run/inlining.ts';
import {cpuSecondsOf} from '../cpu-seconds.ts';
import {median} from '../engine/timed.ts';
import {byteLoopSpeed} from './byte-loop.ts';
import {bytesOfSample, samples} from './samples.ts';

export type Speed = {
	readonly format: string;
	readonly megabytesPerSecond: number;
	readonly medianMegabytesPerSecond: number;
	readonly nanosecondsPerLine: number;
	/** Of the plainest loop over bytes, between the pieces: how fast the machine was meanwhile. */
	readonly byteLoopMegabytesPerSecond: number;
};

/** So many pieces are timed each by itself, so that one disturbed moment does not count. */
const pieces = 16;

// As the program does.
inlineSmallFunctions();

const [name, megabytes, isVaried] = [process.argv[2]!, Number(process.argv[3]), process.argv[4] === 'varied'];
const sample = samples.find(each => each.name === name)!;
const {first, chunks} = bytesOfSample(sample, isVaried);
const bytesOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, {length}) => sum + length, 0);
const linesOf = (chunk: Uint8Array): number => chunk.reduce((count, byte) => count + (byte === 0x0A ? 1 : 0), 0);
const ignore = (): void => undefined;
const sink: IntakeSink = {add: () => 0, extend: ignore, attach: ignore, missing: ignore, fault: ignore};
const gate = new URL('../../test/fixtures/user-formats/gate.json', import.meta.url);
const {formats} = readFormatSet({formatsText: sample.isPattern ? [{name: 'gate.json', text: readFileSync(gate, 'utf8')}] : []});
const intake = openIntake({zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs: Date.UTC(2026, 3, 3)}, {formats, memory: new LineMemory()}, sink);
intake.push(first, 0);

let offset = first.length;
const rounds = Math.max(1, Math.ceil(megabytes * 1e6 / bytesOf(chunks) / pieces));
const pieceBytes = bytesOf(chunks) * rounds;
const byteLoops: number[] = [];
const seconds = Array.from({length: pieces}, () => {
	byteLoops.push(byteLoopSpeed());
	return cpuSecondsOf(() => {
		for (let round = 0; round < rounds; round++) {
			for (const chunk of chunks) {
				intake.push(chunk, offset);
				offset += chunk.length;
			}
		}
	});
});

const total = seconds.reduce((sum, each) => sum + each, 0);
const lines = chunks.reduce((sum, chunk) => sum + linesOf(chunk), 0) * rounds * pieces;
const speed: Speed = {
	format: formats[intake.linesPerFormat.indexOf(Math.max(...intake.linesPerFormat))]!.name,
	megabytesPerSecond: pieceBytes * pieces / total / 1e6,
	medianMegabytesPerSecond: pieceBytes / median(seconds) / 1e6,
	nanosecondsPerLine: total * 1e9 / lines,
	byteLoopMegabytesPerSecond: median(byteLoops),
};
console.log(JSON.stringify(speed));
