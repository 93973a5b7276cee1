import {type ByteRun, type EventDraft, mostDevices} from '../../domain/event-draft.ts';
import {latinText, type Run} from '../bytes/byte-text.ts';
import {DraftedPlaces} from './drafted-places.ts';
import type {FreeNumberRuns} from './free-numbers.ts';
import {keyOf, type KnownLine, type LineMemory, longestBytes, placesOfBucket, shortestBytes} from './line-memory.ts';
import {LinePattern, type Twin} from './line-pattern.ts';
import type {LineTime} from './line-time.ts';
import {Luck} from './luck.ts';

/** Remembering a line takes as long as finding so many saves: in logs of ever new words less of it made reading slower. Lines that were found pay for those that are remembered, but for the first of a log. */
const costOfLine = 256;
const firstCredit = 32 * costOfLine;
const mostCredit = 4 * firstCredit;

/** Bytes, and the look at four of them at once: making one costs as much as half a line. */
type Seen = {readonly bytes: Uint8Array; readonly view: DataView};

const seenBytes = (bytes: Uint8Array): Seen => ({bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length)});

/**
What the readers of one log are told again and again. A program writes few sentences, each time with other numbers: a line that differs in them alone from
one that was read is compared with it and not read, in a third of the time. What it gives is what reading it would, to the byte.
Which reader takes a line hangs on who is asked first, so that lines are known under the one that leads.
*/
export class KnownLines {
	readonly #memory: LineMemory;
	/** Where the time lies, by the rows of readers. */
	readonly #times: Array<LineTime | undefined>;
	/** Those of them whose readers keep something from line to line, and what that was before the line at hand. */
	#keepers: LineTime[] = [];
	#states: number[] = [];
	/** The number of this log among all: lines of others are not ours. */
	#log: number;
	/** By leader, 1 where lines are remembered: else none is looked for. */
	readonly #hasLines: Uint8Array;
	readonly #luck = new Luck();
	#credit = firstCredit;
	/** The bytes at hand and those before: lines of containers lie in the log itself, or in the room where their escapes are undone. */
	#seen: Seen = seenBytes(new Uint8Array(0));
	#seenBefore = this.#seen;
	/** Of the line at hand. */
	#key = 0;
	#isKeyed = false;
	#mayLearn = false;
	/** Who leads the log. */
	leader: number;

	/** `rows` is how many readers there are. */
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

	/** Whether readers keep what they kept before a line. */
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

	/** The number of this log and its leader among all. */
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
		// How its time is read may hang on it.
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

	/** From now on other readers may take what was a known line. */
	forget(): void {
		this.#log = this.#memory.addLog();
		this.#hasLines.fill(0);
		this.#mayLearn = false;
	}

	/** Turns to another line. Whether it is worth looking for: it is not read before. Hot. */
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

	/** The row of the reader that takes the line, if it is known: the draft then holds its columns. -1, with nothing in the draft, where it is not. Hot. */
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

	/** Remembers the line turned to last, which the reader of that row took, where lines like it are likely to come again. */
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

/** What all lines have in common that are like one. */
function shapeOf(draft: EventDraft, line: Uint8Array, start: number, {time, free}: {readonly time: Run; readonly free: FreeNumberRuns}): Pick<KnownLine, 'pattern' | 'time' | 'places'> {
	const within = (run: Run): Run => ({start: run.start - start, end: run.end - start});
	const timeWithin = within(time);
	const places = new DraftedPlaces(draft, start, free.written);
	const freeWithin = {texts: free.texts.map(run => within(run)), values: free.values.map(run => within(run)), strings: free.strings?.map(run => within(run))};
	return {time: timeWithin, places, pattern: new LinePattern(line, timeWithin, freeWithin, twinsIn(line, places.devices))};
}

/** Whether the draft tells all that the line does, and all of it lies there as it is told, or as a string of JSON where the reader tells of those. */
function canBeKnown(draft: EventDraft, bytes: Uint8Array, {start, end}: Run, time: LineTime): boolean {
	const isThere = (run: ByteRun): boolean => run.end <= run.start || (run.bytes === bytes && run.start >= start && run.end <= end);
	const devices = draft.devices.slice(0, draft.deviceCount);
	const isTimed = time.end === time.start || !Number.isNaN(draft.timeMicros);
	return draft.fault === undefined && isTimed && draft.deviceCount < mostDevices
		&& devices.every(run => isThere(run)) && (time.hasStrings || [draft.type, draft.user, draft.host].every(run => isThere(run)));
}

/** Where the line names its devices again: with another number there it would have one more. */
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
