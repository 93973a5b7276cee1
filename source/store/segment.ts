export const rowsPerSegment = 65_536;

const segmentShift = 16;
const placeMask = rowsPerSegment - 1;

/** Which segment a row lies in, and where. By shift and mask, because every row is looked up many times and a division costs more than the look. */
export const segmentOfRow = (row: number): number => row >>> segmentShift;
export const placeOfRow = (row: number): number => row & placeMask;

// The time tail packs what a double of microseconds leaves over into 16 bits: 10 bits of nanoseconds, 4 of digits, 1 flag.
const digitsShift = 10;
const nanosMask = 0x3_FF;
const digitsMask = 0xF;
const borrowedBit = 0x40_00;

/** What `flags` of a row may hold. A withdrawn row stands for nothing any more; one that is ahead was read before what lies above it in its file. */
export const rowFlag = {provisional: 1, late: 2, gap: 4, withdrawn: 8, ahead: 16} as const;

/** The columns of 65,536 rows. Plain typed arrays, because every filter is a loop over one of them. */
export class Segment {
	readonly micros = new Float64Array(rowsPerSegment);
	readonly timeTail = new Uint16Array(rowsPerSegment);
	readonly generation = new Uint32Array(rowsPerSegment);
	readonly offsetBytes = new Float64Array(rowsPerSegment);
	readonly lengthBytes = new Uint32Array(rowsPerSegment);
	readonly deviceSet = new Uint32Array(rowsPerSegment);
	readonly user = new Uint16Array(rowsPerSegment);
	readonly host = new Uint16Array(rowsPerSegment);
	readonly severity = new Uint8Array(rowsPerSegment);
	readonly category = new Uint8Array(rowsPerSegment);
	readonly action = new Uint8Array(rowsPerSegment);
	readonly result = new Uint8Array(rowsPerSegment);
	readonly format = new Uint8Array(rowsPerSegment);
	readonly flags = new Uint8Array(rowsPerSegment);
}

/** What one row costs in the columns. */
export const bytesPerRow = 40;

export const timeTail = (nanos: number, digits: number, isBorrowed: boolean): number =>
	nanos | (digits << digitsShift) | (isBorrowed ? borrowedBit : 0);

export const tailNanos = (tail: number): number => tail & nanosMask;
export const tailDigits = (tail: number): number => (tail >>> digitsShift) & digitsMask;
export const isTailBorrowed = (tail: number): boolean => (tail & borrowedBit) !== 0;
