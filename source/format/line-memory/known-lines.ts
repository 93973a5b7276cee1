import {type ByteRun, type EventDraft, mostDevices} from '../../domain/event-draft.ts';
import {latinText, type Run} from '../bytes/byte-text.ts';
import {DraftedPlaces} from './drafted-places.ts';
import type {FreeNumberRuns} from './free-numbers.ts';
import {keyOf, type KnownLine, type LineMemory, longestBytes, placesOfBucket, shortestBytes} from './line-memory.ts';
import {LinePattern, type Twin} from './line-pattern.ts';
import type {LineTime} from './line-time.ts';
import {Luck} from './luck.ts';

/** Remembering one line takes as long as finding this many saves; with a lower figure, logs of ever new words were read more slowly than without. Lines that are found earn the credit for those that are remembered, except for the first lines of a log. */
const costOfLine = 256;
const firstCredit = 32 * costOfLine;
const mostCredit = 4 * firstCredit;

/** Bytes, and a view that reads four of them at once: creating a view costs as much as half a line. */
type Seen = {readonly bytes: Uint8Array; readonly view: DataView};

const seenBytes = (bytes: Uint8Array): Seen => ({bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length)});

/**
Recognises lines that one log repeats. A program writes few different sentences, each time with other numbers. A line that differs only in these from
one that was read before is compared with it instead of being read, in a third of the time, and gives exactly what reading it would give.
Which reader takes a line depends on which is asked first, so lines are kept under the reader that leads.
*/
export class KnownLines {
	readonly #memory: LineMemory;
	/** For each reader's row, where the time lies. */
	readonly #times: Array<LineTime | undefined>;
	/** Those whose readers keep something from line to line, and what that was before the current line. */
	#keepers: LineTime[] = [];
	#states: number[] = [];
	/** The number of this log; lines of other logs are never matched. */
	#log: number;
	/** For each leader, 1 if lines are remembered; otherwise nothing is looked up. */
	readonly #hasLines: Uint8Array;
	readonly #luck = new Luck();
	#credit = firstCredit;
	/** The current bytes and those before: the lines of containers alternate between the log itself and the buffer in which their escapes are undone. */
	#seen: Seen = seenBytes(new Uint8Array(0));
	#seenBefore = this.#seen;
	/** Of the current line. */
	#key = 0;
	#isKeyed = false;
	#mayLearn = false;
	/** The row of the reader that leads the log. */
	leader: number;

	/** `rows` is the number of readers. */
	constructor(memory: LineMemory, rows: number) {
		this.#memory = memory;
		this.#log = memory.addLog();
		this.#times = Array.from({length: rows}, () => undefined);
		this.#hasLines = new Uint8Array(rows + 1);
		this.leader = rows;
	}

	#turnTo(bytes: Uint8Array): void {
		if (bytes === this.#seen.bytes) {
			return;
		}

		const before = this.#seenBefore;
		this.#seenBefore = this.#seen;
		this.#seen = bytes === before.bytes ? before : seenBytes(bytes);
	}

	#keepStates(): void {
		for (let index = 0; index < this.#keepers.length; index++) {
			this.#states[index] = this.#keepers[index]!.state;
		}
	}

	/** Whether readers have the same state as before that line. */
	#isKept({statesBefore}: KnownLine): boolean {
		for (let index = 0; index < this.#keepers.length; index++) {
			if (statesBefore[index] !== this.#keepers[index]!.state) {
				return false;
			}
		}

		return true;
	}

	#setStates(states: readonly number[]): void {
		for (let index = 0; index < this.#keepers.length; index++) {
			this.#keepers[index]!.state = states[index]!;
		}
	}

	#keyOf(bytes: Uint8Array, start: number, end: number): number {
		const reader = this.#reader;
		return this.#hasStrings ? this.#memory.samples.keyOf(bytes, start, end, reader) : keyOf(bytes, start, end, reader);
	}

	#keyToKeep(bytes: Uint8Array, {start, end}: Run, {pattern}: KnownLine, {told = []}: FreeNumberRuns): number {
		if (!this.#hasStrings) {
			return this.#key;
		}

		this.#memory.samples.widen(this.#reader, pattern.free, told.map(run => ({start: run.start - start, end: run.end - start})));
		return this.#keyOf(bytes, start, end);
	}

	/** One number for this log and its leader. */
	get #reader(): number {
		return (this.#log * this.#hasLines.length) + this.leader;
	}

	/** Whether lines that the leader takes may have free strings. */
	get #hasStrings(): boolean {
		return this.#times[this.leader]?.hasStrings === true;
	}

	#find(bytes: Uint8Array, start: number, end: number): KnownLine | undefined {
		this.#turnTo(bytes);
		this.#key = this.#keyOf(bytes, start, end);
		this.#isKeyed = true;
		for (let place = 0; place < placesOfBucket; place++) {
			const line = this.#memory.lineAt(this.#key, place);
			if (line?.log === this.#log && line.leader === this.leader && this.#isKept(line) && line.pattern.fits(bytes, this.#seen.view, start, end)) {
				return line;
			}
		}

		return undefined;
	}

	#giveTo(draft: EventDraft, {row, time, places, statesAfter, aside}: KnownLine, bytes: Uint8Array, {start, end}: Run): boolean {
		const reader = this.#times[row]!;
		// How its time is read may depend on it.
		reader.aside = aside;
		if (!reader.giveTo(draft, bytes, {start: start + time.start, end: start + time.end, lineEnd: end})) {
			return false;
		}

		places.giveTo(draft, bytes, start);
		if (statesAfter !== undefined) {
			this.#setStates(statesAfter);
		}

		return true;
	}

	/** A reader was opened. */
	open(row: number, time: LineTime | undefined): void {
		this.#times[row] = time;
		this.#keepers = this.#times.filter(each => each?.hasState === true) as LineTime[];
		this.#mayLearn = false;
	}

	/** Forgets all lines: from now on another reader may take them. */
	forget(): void {
		this.#log = this.#memory.addLog();
		this.#hasLines.fill(0);
		this.#mayLearn = false;
	}

	/** Turns to another line, before it is read. Returns whether looking it up is worth while. Hot. */
	begin(start: number, end: number): boolean {
		const length = end - start;
		this.#mayLearn = length >= shortestBytes && length <= longestBytes && this.#luck.isLooking();
		if (!this.#mayLearn) {
			return false;
		}

		this.#isKeyed = false;
		if (this.#hasLines[this.leader] === 1) {
			return true;
		}

		this.#keepStates();
		return false;
	}

	/** If the line is known, puts its columns into the draft and returns the row of the reader that takes it. Otherwise returns -1, with nothing in the draft. Hot. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		const line = this.#find(bytes, start, end);
		if (line === undefined || !this.#giveTo(draft, line, bytes, {start, end})) {
			this.#keepStates();
			this.#luck.missed();
			return -1;
		}

		this.#luck.found();
		this.#credit = Math.min(this.#credit + 1, mostCredit);
		return line.row;
	}

	/** Remembers the current line, which the reader of that row took, if lines like it are likely to come again. */
	learn(bytes: Uint8Array, start: number, end: number, {row, draft}: {readonly row: number; readonly draft: EventDraft}): void {
		const time = this.#times[row];
		if (!this.#mayLearn || time?.isTaken !== true) {
			return;
		}

		this.#key = this.#isKeyed ? this.#key : this.#keyOf(bytes, start, end);
		const isWorth = this.#memory.hasMissed(this.#key) && this.#credit >= costOfLine;
		const free = isWorth && canBeKnown(draft, bytes, {start, end}, time) ? time.freeRuns(bytes, start, end) : undefined;
		if (free === undefined) {
			return;
		}

		const {leader} = this;
		const isStateKept = this.#keepers.every(({state}, index) => state === this.#states[index]);
		const states = {statesBefore: [...this.#states], statesAfter: isStateKept ? undefined : this.#keepers.map(({state}) => state)};
		this.#credit -= costOfLine;
		this.#hasLines[leader] = 1;
		const line = {log: this.#log, leader, row, aside: time.aside, ...states, ...shapeOf(draft, bytes.subarray(start, end), start, {time, free})};
		this.#memory.keep(this.#keyToKeep(bytes, {start, end}, line, free), line);
	}
}

/** What all lines have in common that are like this one. */
function shapeOf(draft: EventDraft, line: Uint8Array, start: number, {time, free}: {readonly time: Run; readonly free: FreeNumberRuns}): Pick<KnownLine, 'pattern' | 'time' | 'places'> {
	const within = (run: Run): Run => ({start: run.start - start, end: run.end - start});
	const timeWithin = within(time);
	const places = new DraftedPlaces(draft, start, free.written);
	const freeWithin = {texts: free.texts.map(run => within(run)), values: free.values.map(run => within(run)), strings: free.strings?.map(run => within(run))};
	return {time: timeWithin, places, pattern: new LinePattern(line, timeWithin, freeWithin, twinsIn(line, places.devices))};
}

/** Whether the draft holds everything that the line says, and each value lies in the line as it is, or as a JSON string if the reader has such. */
function canBeKnown(draft: EventDraft, bytes: Uint8Array, {start, end}: Run, time: LineTime): boolean {
	const isThere = (run: ByteRun): boolean => run.end <= run.start || (run.bytes === bytes && run.start >= start && run.end <= end);
	const devices = draft.devices.slice(0, draft.deviceCount);
	const isTimed = time.end === time.start || !Number.isNaN(draft.timeMicros);
	return draft.fault === undefined && isTimed && draft.deviceCount < mostDevices
		&& devices.every(run => isThere(run)) && (time.hasStrings || [draft.type, draft.user, draft.host].every(run => isThere(run)));
}

/** Where the line repeats the name of a device: with another number there it would name one more. */
function twinsIn(line: Uint8Array, devices: readonly Run[]): Twin[] {
	const text = latinText(line, 0, line.length);
	const twins: Twin[] = [];
	for (const {start: of, end} of devices) {
		const word = text.slice(of, end);
		for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			twins.push({at, of, lengthBytes: word.length});
		}
	}

	return twins.filter(({at, of}) => at !== of);
}
