/** What a machine says of its memory at one moment. */
export type MemoryNow = {
	/** What this process alone holds. */
	readonly ownBytes: number;
	/** What it may hold (a control group); Infinity where nobody has set a limit. */
	readonly limitBytes: number;
	/** What the whole machine has left for programs, caches given up. */
	readonly availableBytes: number;
	/** What V8 has left for objects. */
	readonly heapRoomBytes: number;
};

/** A picture, a search and a collection of garbage take so much in passing; a machine with less than this is in trouble by itself. */
const leastRoomBytes = 48 * 1024 * 1024;

/** An order that outgrows its array stands in memory twice for a moment: about a third of what columns hold. */
const shareInPassing = 1 / 3;

/** Reading that stopped goes on once there is so many times the least: with just a little more it would stop again at once. */
const easeFactor = 1.5;

/** Whether reading would soon take what is not there. Past that the kernel ends the program without a word (or V8 does): better to stop while it can be said. */
export function isMemoryShort(now: MemoryNow, {heldBytes, wasShort}: {readonly heldBytes: number; readonly wasShort: boolean}): boolean {
	const neededBytes = leastRoomBytes + (heldBytes * shareInPassing);
	return roomBytes(now) < neededBytes * (wasShort ? easeFactor : 1);
}

const roomBytes = ({ownBytes, limitBytes, availableBytes, heapRoomBytes}: MemoryNow): number => Math.min(limitBytes - ownBytes, availableBytes, heapRoomBytes);
