import type {FaultType} from './fault.ts';

/** The most devices kept in columns per event: an alert names a source and a target, a scan a few more. */
export const mostDevices = 8;

const noBytes = new Uint8Array(0);
const encoder = new TextEncoder();

/** A run's buffer is kept for the next record up to this size. */
const keptRoomBytes = 65_536;

/** A range of bytes in some buffer; `start === end` means absent. It is reused, so bytes to be kept must be copied. */
export class ByteRun {
	#room: Uint8Array = noBytes;
	bytes: Uint8Array = noBytes;
	start = 0;
	end = 0;

	/** A buffer for bytes that have to be decoded first. Its content is valid until the next call. */
	room(lengthBytes: number): Uint8Array {
		if (lengthBytes > keptRoomBytes) {
			return new Uint8Array(lengthBytes);
		}

		this.#room = lengthBytes <= this.#room.length ? this.#room : new Uint8Array(Math.min(2 * lengthBytes, keptRoomBytes));
		return this.#room;
	}

	set(bytes: Uint8Array, start: number, end: number): void {
		this.bytes = bytes;
		this.start = start;
		this.end = end;
	}

	/** Sets the run to a text that had to be decoded (JSON escapes, hex), as UTF-8 in a buffer of its own. */
	setText(text: string): void {
		const bytes = encoder.encode(text);
		this.set(bytes, 0, bytes.length);
	}

	clear(): void {
		this.start = 0;
		this.end = 0;
	}
}

/**
What a format reads from one record for the columns. One draft is reused for all records, so that reading a row allocates nothing.

Codes are indexes into the domain's tables. A field that the record does not have stays absent: code 0, an empty run, NaN as time.
*/
export class EventDraft {
	/** Microseconds since the epoch, NaN where the record carries no usable time. */
	timeMicros = NaN;
	/** 0..999 below the microsecond. */
	timeNanos = 0;
	/** Fractional digits the record gave, 0..9. */
	timeDigits = 0;
	severity = 0;
	category = 0;
	action = 0;
	result = 0;
	/** The source's own word for what happened. */
	readonly type = new ByteRun();
	readonly user = new ByteRun();
	readonly host = new ByteRun();
	readonly devices: readonly ByteRun[] = Array.from({length: mostDevices}, () => new ByteRun());
	deviceCount = 0;
	/** What is wrong with a record that was understood nevertheless; such faults are counted. */
	fault: FaultType | undefined = undefined;

	clear(): void {
		this.timeMicros = NaN;
		this.timeNanos = 0;
		this.timeDigits = 0;
		this.severity = 0;
		this.category = 0;
		this.action = 0;
		this.result = 0;
		this.type.clear();
		this.user.clear();
		this.host.clear();
		this.deviceCount = 0;
		this.fault = undefined;
	}

	/** Adds a device found in the record; those beyond `mostDevices` can be found only in the text. */
	addDevice(bytes: Uint8Array, start: number, end: number): void {
		if (this.deviceCount < mostDevices) {
			this.devices[this.deviceCount++]!.set(bytes, start, end);
		}
	}
}
