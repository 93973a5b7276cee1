import {NarrowColumn, type Numbers} from './narrow-column.ts';
import {TimeColumn} from './time-column.ts';

export {placeOfRow, rowsPerSegment, segmentOfRow} from './places.ts';

// The time tail packs what microseconds do not hold: 4 bits for digits, 1 flag, 10 bits for nanoseconds. Those are on top, because most logs have none and then a byte is enough.
const digitsMask = 0xF;
const borrowedBit = 0x10;
const nanosShift = 5;

/** The flags of a row. A withdrawn row means nothing any more; a row that is ahead was read before what is above it in its file. */
export const rowFlag = {provisional: 1, late: 2, gap: 4, withdrawn: 8, ahead: 16} as const;

/** The columns of 65,536 rows. Plain typed arrays, because every filter is a loop over one of them. */
export class Segment {
	readonly times = new TimeColumn();
	/** For writers; readers use the numbers below. */
	readonly columns = {
		timeTail: new NarrowColumn(),
		generation: new NarrowColumn(),
		offsetBytes: new NarrowColumn(),
		lengthBytes: new NarrowColumn(),
		deviceSet: new NarrowColumn(),
		type: new NarrowColumn(),
		user: new NarrowColumn(),
		host: new NarrowColumn(),
		severity: new NarrowColumn(),
		category: new NarrowColumn(),
		action: new NarrowColumn(),
		result: new NarrowColumn(),
		format: new NarrowColumn(),
		flags: new NarrowColumn(),
	} as const;

	get timeTail(): Numbers {
		return this.columns.timeTail.values;
	}

	get generation(): Numbers {
		return this.columns.generation.values;
	}

	get offsetBytes(): Numbers {
		return this.columns.offsetBytes.values;
	}

	get lengthBytes(): Numbers {
		return this.columns.lengthBytes.values;
	}

	get deviceSet(): Numbers {
		return this.columns.deviceSet.values;
	}

	get type(): Numbers {
		return this.columns.type.values;
	}

	get user(): Numbers {
		return this.columns.user.values;
	}

	get host(): Numbers {
		return this.columns.host.values;
	}

	get severity(): Numbers {
		return this.columns.severity.values;
	}

	get category(): Numbers {
		return this.columns.category.values;
	}

	get action(): Numbers {
		return this.columns.action.values;
	}

	get result(): Numbers {
		return this.columns.result.values;
	}

	get format(): Numbers {
		return this.columns.format.values;
	}

	get flags(): Numbers {
		return this.columns.flags.values;
	}

	get heldBytes(): number {
		return Object.values(this.columns).reduce((sum, column) => sum + column.heldBytes, this.times.heldBytes);
	}
}

export const timeTail = (nanos: number, digits: number, isBorrowed: boolean): number =>
	digits | (isBorrowed ? borrowedBit : 0) | (nanos << nanosShift);

export const tailNanos = (tail: number): number => tail >>> nanosShift;
export const tailDigits = (tail: number): number => tail & digitsMask;
export const isTailBorrowed = (tail: number): boolean => (tail & borrowedBit) !== 0;
