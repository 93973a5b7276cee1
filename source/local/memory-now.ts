import {closeSync, openSync, readSync} from 'node:fs';
import {freemem, totalmem} from 'node:os';
import process from 'node:process';
import {getHeapStatistics} from 'node:v8';
import type {MemoryNow} from './memory-room.ts';

export type MemoryLook = {
	now(): MemoryNow;
	close(): void;
};

/** Looks at the machine's memory; a look takes 0.05 ms. The kernel's files stay open, because thousands of logs may leave no descriptor to open them again. */
export function openMemoryLook(): MemoryLook {
	const limitBytes = limitBytesOf(process.constrainedMemory());
	// Mapped files do not count, because the kernel can read them again (proc_pid_status(5)).
	const own = openKernelCount('/proc/self/status', /RssAnon:\s+(?<kilobytes>\d+)/v, () => process.memoryUsage.rss());
	// Includes caches that the kernel would give up (proc_meminfo(5)).
	const available = openKernelCount('/proc/meminfo', /MemAvailable:\s+(?<kilobytes>\d+)/v, freemem);
	return {
		now: () => ({ownBytes: own.bytes(), limitBytes, availableBytes: available.bytes(), heapRoomBytes: heapRoomBytes()}),
		close() {
			own.close();
			available.close();
		},
	};
}

/** V8 counts in its limit what it may take for new objects, three spaces of 64 MB at most. No object that is kept can use them: that limit is never reached, the one for old objects is. */
const mostForNewBytes = 3 * 64 * 1024 * 1024;

function heapRoomBytes(): number {
	const {heap_size_limit: limit, used_heap_size: used} = getHeapStatistics();
	return limit - Math.min(mostForNewBytes, limit / 2) - used;
}

/** Node returns 0, or more than there is, where no limit is set. */
const limitBytesOf = (constrainedBytes: number): number => constrainedBytes === 0 || constrainedBytes > totalmem() ? Infinity : constrainedBytes;

type KernelCount = {bytes(): number; close(): void};

/** The kernel's files are short; longer ones are not read to their end. */
const mostAnswerBytes = 4096;

/** A number from a file that Linux generates at each read; `elsewhere` asks other systems. */
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
		// Only Linux has the file, and not everybody may read it.
		return undefined;
	}
}
