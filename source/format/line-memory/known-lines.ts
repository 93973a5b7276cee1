import {type EventDraft, mostDevices} from '../../domain/event-draft.ts';
import {latinText, type Run} from '../bytes/byte-text.ts';
import {DraftedPlaces} from './drafted-places.ts';
import {keyOf, type KnownLine, type LineMemory, longestBytes, placesOfBucket, shortestBytes} from './line-memory.ts';
import {LinePattern, type Twin} from './line-pattern.ts';
import type {LineTime} from './line-time.ts';

/** Remembering a line takes as long as finding so many saves: in logs of ever new words less of it made reading slower. Lines that were found pay for those that are remembered, but for the first of a log. */
const costOfLine = 256;
const firstCredit = 32 * costOfLine;
const mostCredit = 4 * firstCredit;

/**
What one reader is told again and again. A program writes few sentences, each time with other numbers: a line that differs in them alone from one that
was read is compared with it and not read, in a third of the time. What it gives is what reading it would, to the byte.
*/
export class KnownLines {
	readonly #memory: LineMemory;
	readonly #time: LineTime;
	readonly #reader: number;
	#credit = firstCredit;
	#bytes = new Uint8Array(0) as Uint8Array;
	#view = new DataView<ArrayBufferLike>(new ArrayBuffer(0));
	/** Of the line looked for last; 0 where it is not to be remembered. */
	#key = 0;
	#state = 0;

	constructor(memory: LineMemory, time: LineTime) {
		this.#memory = memory;
		this.#time = time;
		this.#reader = memory.addReader();
	}

	#turnTo(bytes: Uint8Array): void {
		if (bytes === this.#bytes) {
			return;
		}

		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	}

	#find(bytes: Uint8Array, start: number, end: number): KnownLine | undefined {
		for (let place = 0; place < placesOfBucket; place++) {
			const line = this.#memory.lineAt(this.#key, place);
			if (line?.reader === this.#reader && line.stateBefore === this.#state && line.pattern.fits(bytes, this.#view, start, end)) {
				return line;
			}
		}

		return undefined;
	}

	/** Fills the columns of a line that is known; false, with nothing in the draft, of one that is not. Hot. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		this.#key = 0;
		this.#state = this.#time.state;
		if (end - start < shortestBytes || end - start > longestBytes) {
			return false;
		}

		this.#turnTo(bytes);
		this.#key = keyOf(bytes, start, end, this.#reader);
		const line = this.#find(bytes, start, end);
		if (line === undefined || !this.#time.giveTo(draft, bytes, {start: start + line.time.start, end: start + line.time.end, lineEnd: end})) {
			return false;
		}

		line.places.giveTo(draft, bytes, start);
		this.#time.state = line.stateAfter;
		this.#credit = Math.min(this.#credit + 1, mostCredit);
		return true;
	}

	/** Remembers the line that was looked for last and then read, where lines like it are likely to come again. */
	learn(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		const isWorth = this.#key !== 0 && this.#memory.hasMissed(this.#key) && this.#credit >= costOfLine;
		if (!isWorth || this.#time.end === this.#time.start || !canBeKnown(draft, bytes, start, end)) {
			return;
		}

		const within = (run: Run): Run => ({start: run.start - start, end: run.end - start});
		const {texts, values} = this.#time.freeRuns(bytes, start, end);
		const time = within(this.#time);
		this.#credit -= costOfLine;
		this.#memory.keep(this.#key, {
			reader: this.#reader,
			stateBefore: this.#state,
			stateAfter: this.#time.state,
			pattern: new LinePattern(bytes.subarray(start, end), time, {texts: texts.map(run => within(run)), values: values.map(run => within(run))}, twinsIn(draft, bytes, start, end)),
			time,
			places: new DraftedPlaces(draft, start),
		});
	}
}

/** Whether the draft tells all that the line does, and all of it lies there as it is told. */
function canBeKnown(draft: EventDraft, bytes: Uint8Array, start: number, end: number): boolean {
	const devices = draft.devices.slice(0, draft.deviceCount);
	const runs = [draft.type, draft.user, draft.host, ...devices].filter(run => run.end > run.start);
	return draft.fault === undefined && !Number.isNaN(draft.timeMicros) && draft.deviceCount < mostDevices
		&& runs.every(run => run.bytes === bytes && run.start >= start && run.end <= end);
}

/** Where the line names its devices again: with another number there it would have one more. */
function twinsIn(draft: EventDraft, bytes: Uint8Array, start: number, end: number): Twin[] {
	const line = latinText(bytes, start, end);
	const twins: Twin[] = [];
	for (const run of draft.devices.slice(0, draft.deviceCount)) {
		const of = run.start - start;
		const word = line.slice(of, run.end - start);
		for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
			twins.push({at, of, lengthBytes: word.length});
		}
	}

	return twins.filter(({at, of}) => at !== of);
}
