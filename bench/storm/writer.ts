import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {numberedLine, randomFrom} from './lines.ts';
import {rotations, type Mode, type WrittenLog} from './rotations.ts';

/** What a writer is told, as JSON in its first argument. */
export type Orders = {
	readonly live: string;
	readonly mode: Mode;
	readonly keep: number;
	readonly fileBytes: number;
	readonly rotationsPerSecond: number;
	readonly rotations: number;
	readonly writeBytes: number;
	readonly seed: number;
};

/** What a writer tells at its end, as JSON on standard output. */
export type Written = {
	readonly lines: number;
	readonly seconds: number;
	/** Lines that the rotator destroyed itself: they were in the live file only, for a moment. */
	readonly destroyed: readonly number[];
};

const orders = JSON.parse(process.argv[2]!) as Orders;
process.stdout.write(JSON.stringify(write(orders)));

function write({live, mode, keep, fileBytes, rotationsPerSecond, rotations: wanted, writeBytes, seed}: Orders): Written {
	const random = randomFrom(seed);
	const log: WrittenLog = {live, keep, fd: fs.openSync(live, 'a'), rotations: 0};
	const destroyed: number[] = [];
	const startMs = performance.now();
	let lines = 0;
	let bytes = 0;
	let pending = '';
	while (log.rotations < wanted) {
		bytes += writeSome();
		const dueMs = startMs + (1000 * (log.rotations + (bytes / fileBytes)) / rotationsPerSecond);
		waitUntil(dueMs);
		if (bytes < fileBytes) {
			continue;
		}

		endFile();
		log.rotations++;
		rotations[mode](log, writeWhatIsDestroyed);
		bytes = 0;
	}

	writeSome();
	endFile();
	return {lines, seconds: (performance.now() - startMs) / 1000, destroyed};

	function writeWhatIsDestroyed(): void {
		const first = lines;
		writeSome();
		endFile();
		for (let number = first; number < lines; number++) {
			destroyed.push(number);
		}
	}

	/** Buffers as appenders do: a write may end inside a line. */
	function writeSome(): number {
		while (pending.length < writeBytes) {
			pending += numberedLine(lines++, random);
		}

		fs.writeSync(log.fd, Buffer.from(pending.slice(0, writeBytes)));
		pending = pending.slice(writeBytes);
		return writeBytes;
	}

	/** A file ends on a whole line. */
	function endFile(): void {
		if (pending.length === 0) {
			return;
		}

		fs.writeSync(log.fd, pending);
		pending = '';
	}
}

function waitUntil(dueMs: number): void {
	const waitMs = dueMs - performance.now();
	if (waitMs > 0) {
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
	}
}
