import {closeSync, openSync, readSync} from 'node:fs';
import {freemem, totalmem} from 'node:os';
import process from 'node:process';
import {getHeapStatistics} from 'node:v8';
import type {MemoryNow} from './memory-room.ts';

export type MemoryLook = {
	now(): MemoryNow;
	close(): void;
};

/** Looks at the memory of the machine, a twentieth of a millisecond each time. What is read stays open: a folder of thousands of logs leaves no descriptor to open it again. */
export function openMemoryLook(): MemoryLook {
	const limitBytes = limitBytesOf(process.constrainedMemory());
	// The program's own text is only mapped, and the kernel can read it again: what counts is the rest (proc_pid_status(5)).
	const own = openKernelCount('/proc/self/status', /RssAnon:\s+(?<kilobytes>\d+)/v, () => process.memoryUsage.rss());
	// Caches that the kernel would give up are memory that is left (proc_meminfo(5)).
	const available = openKernelCount('/proc/meminfo', /MemAvailable:\s+(?<kilobytes>\d+)/v, freemem);
	return {
		now: () => ({ownBytes: own.bytes(), limitBytes, availableBytes: available.bytes(), heapRoomBytes: getHeapStatistics().total_available_size}),
		close() {
			own.close();
			available.close();
		},
	};
}

/** Node answers 0, or more than there is, where no limit is set. */
const limitBytesOf = (constrainedBytes: number): number => constrainedBytes === 0 || constrainedBytes > totalmem() ? Infinity : constrainedBytes;

type KernelCount = {bytes(): number; close(): void};

/** The kernel's answers are short; longer ones are not read to their end. */
const mostAnswerBytes = 4096;

/** A count out of a file that Linux answers anew at each read; `elsewhere` asks other systems. */
function openKernelCount(path: string, line: RegExp, elsewhere: () => number): KernelCount {
	const handle = opened(path);
	if (handle === undefined) {
		return {bytes: elsewhere, close: () => undefined};
	}

	const into = new Uint8Array(mostAnswerBytes);
	return {
		bytes() {
			const text = new TextDecoder().decode(into.subarray(0, readSync(handle, into, 0, into.length, 0)));
			return Number(line.exec(text)?.groups!.kilobytes ?? 0) * 1024;
		},
		close() {
			closeSync(handle);
		},
	};
}

function opened(path: string): number | undefined {
	try {
		return openSync(path, 'r');
	} catch {
		// Only Linux has it, and not everybody may see it there.
		return undefined;
	}
}
