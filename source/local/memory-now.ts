import {readFileSync} from 'node:fs';
import {freemem, totalmem} from 'node:os';
import process from 'node:process';
import {getHeapStatistics} from 'node:v8';
import type {MemoryNow} from './memory-room.ts';

/** Looks at the memory of the machine. Costs a twentieth of a millisecond. */
export function memoryNow(): MemoryNow {
	const {total_available_size: heapRoomBytes} = getHeapStatistics();
	return {ownBytes: ownBytes(), limitBytes: limitBytes(), availableBytes: freemem(), heapRoomBytes};
}

/** Node answers 0, or more than there is, where no limit is set. */
function limitBytes(): number {
	const constrainedBytes = process.constrainedMemory();
	return constrainedBytes === 0 || constrainedBytes > totalmem() ? Infinity : constrainedBytes;
}

/** Without what is only mapped (`RssAnon`, proc_pid_status(5)): the program's own text the kernel can read again, and counts for nobody. */
function ownBytes(): number {
	try {
		return Number(/RssAnon:\s+(?<kilobytes>\d+)/v.exec(readFileSync('/proc/self/status', 'latin1'))!.groups!.kilobytes) * 1024;
	} catch {
		// Only Linux tells them apart.
		return process.memoryUsage.rss();
	}
}
