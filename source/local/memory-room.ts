/** The state of the machine's memory at one moment, in bytes. */
export type MemoryNow = {
	/** Memory of this process alone. */
	readonly ownBytes: number;
	/** The limit of its control group; Infinity where there is none. */
	readonly limitBytes: number;
	/** Memory left on the whole machine, including caches that can be given up. */
	readonly availableBytes: number;
	/** Memory that V8 has left for objects. */
	readonly heapRoomBytes: number;
};

/** What drawing, a search and a garbage collection need temporarily; a machine with less is in trouble by itself. */
const leastRoomBytes = 48 * 1024 * 1024;

/** When the time order outgrows its array, it is in memory twice for a moment: about a third of the columns' size. */
const shareInPassing = 1 / 3;

/** Reading goes on once there is this many times the minimum, or it would stop again at once. */
const easeFactor = 1.5;

/** Whether reading must stop, while the reason can still be said. If the memory ran out, the kernel or V8 would kill the program without a word. */
export function isMemoryShort(now: MemoryNow, {heldBytes, wasShort}: {readonly heldBytes: number; readonly wasShort: boolean}): boolean {
	const neededBytes = leastRoomBytes + (heldBytes * shareInPassing);
	return roomBytes(now) < neededBytes * (wasShort ? easeFactor : 1);
}

const roomBytes = ({ownBytes, limitBytes, availableBytes, heapRoomBytes}: MemoryNow): number => Math.min(limitBytes - ownBytes, availableBytes, heapRoomBytes);
