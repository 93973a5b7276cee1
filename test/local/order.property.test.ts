import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {Ingest} from '../../source/local/ingest.ts';
import {EventStore} from '../../source/store/event-store.ts';

/** A log whose times name no zone, or that of the moment they were written in. */
type Log = {readonly zone: string; readonly zoneMinutes: number; readonly namesZone: boolean; readonly clockOffsetMs: number};

type Write = {
	readonly log: number;
	/** The log is rotated first. */
	readonly isRotated: boolean;
	/** Lines that come to the file before, once it has been rotated away. */
	readonly isLate: boolean;
	readonly seconds: readonly number[];
	/** Which zone a log that names its zone was set to then. */
	readonly zoneMinutes: number;
	/** Somebody looks at the timeline afterwards, so that what waits for its place gets it. */
	readonly isLookedAt: boolean;
};

/** Where a line lies, and the moment it tells. */
type Line = {readonly source: number; readonly generation: number; readonly offsetBytes: number; readonly timeMs: number};

const dayMs = Date.UTC(2026, 2, 28);
const zones = [['UTC', 0], ['+02:00', 120], ['-09:30', -570], ['+14:00', 840]] as const;
const log: fc.Arbitrary<Log> = fc.record({
	zone: fc.nat(zones.length - 1),
	namesZone: fc.boolean(),
	clockOffsetMs: fc.constantFrom(0, 0, -3_600_000, 7000, 86_400_000),
}).map(({zone, ...rest}) => ({zone: zones[zone]![0], zoneMinutes: zones[zone]![1], ...rest}));
const write: fc.Arbitrary<Write> = fc.record({
	log: fc.nat(5),
	isRotated: fc.boolean(),
	isLate: fc.boolean(),
	seconds: fc.array(fc.nat(4 * 86_400), {minLength: 1, maxLength: 12, size: 'max'}),
	zoneMinutes: fc.constantFrom(0, 60, 120, -300),
	isLookedAt: fc.boolean(),
});

test('events of many logs and generations stand as a sort of all of them would put them, with late sources, late lines, changes of zone and clocks that are off', t => {
	fc.assert(fc.property(fc.array(log, {minLength: 6, maxLength: 6}), fc.array(write, {minLength: 1, maxLength: 60, size: 'max'}), (logs, writes) => {
		const taken = new Taken(logs);
		for (const each of writes) {
			taken.write(each);
		}

		taken.end();
		t.deepEqual(taken.linesShown(), taken.linesSorted());
	}), {numRuns: 40});
});

/** What was written, by where it lies; beside it what was made of it. */
class Taken {
	readonly #logs: readonly Log[];
	readonly #store = new EventStore();
	readonly #ingest: Ingest;
	readonly #sizes: number[] = [];
	readonly #newest: number[][] = [];
	readonly #lines: Line[] = [];

	constructor(logs: readonly Log[]) {
		this.#logs = logs;
		const perSource = logs.map(({zone, clockOffsetMs}, index) => ({pattern: pathOf(index), option: 'test', options: {zone, clockOffsetMs}}));
		this.#ingest = new Ingest({store: this.#store, request: {paths: [], isFollowing: true, options: {}, perSource}, beforeChange: () => undefined, onChange: () => undefined});
	}

	#openGeneration(source: number): void {
		const id = this.#sizes.length;
		if (this.#newest[source] === undefined) {
			this.#newest[source] = [];
			this.#ingest.source({id: source, path: foreignText(pathOf(source)), name: foreignText(`${source}.log`)});
		}

		this.#newest[source].push(id);
		this.#sizes.push(0);
		this.#ingest.generation({id, source, ordinal: this.#newest[source].length, path: foreignText(pathOf(source)), modifiedMs: dayMs});
	}

	#append(generation: number, lines: ReadonlyArray<{readonly text: string; readonly timeMs: number}>, {source, isLate}: {readonly source: number; readonly isLate: boolean}): void {
		const start = this.#sizes[generation]!;
		let offset = start;
		for (const {text, timeMs} of lines) {
			this.#lines.push({source, generation, offsetBytes: offset, timeMs});
			offset += text.length;
		}

		this.#ingest.lines(generation, start, Buffer.from(lines.map(({text}) => text).join('')), isLate);
		this.#sizes[generation] = offset;
	}

	write({log: source, isRotated, isLate, seconds, zoneMinutes, isLookedAt}: Write): void {
		const lines = seconds.map(second => lineAt(second, this.#logs[source]!, zoneMinutes));
		if (isRotated || this.#newest[source] === undefined) {
			this.#openGeneration(source);
		}

		const generations = this.#newest[source]!;
		const isToOlder = generations.length > 1 && isLate;
		this.#append(generations.at(isToOlder ? -2 : -1)!, lines, {source, isLate: isToOlder});
		if (isLookedAt) {
			this.#store.order.settle();
		}
	}

	/** Every file is at its end. */
	end(): void {
		for (const [generation, sizeBytes] of this.#sizes.entries()) {
			this.#ingest.generationEnded(generation, sizeBytes, new Uint8Array(0));
		}
	}

	/** In the order of the timeline. */
	linesShown(): readonly Line[] {
		const {order, columns} = this.#store;
		order.settle();
		return Array.from({length: order.count}, (_, position) => {
			const row = order.rowAt(position);
			return {source: this.#store.sourceOf(row), generation: this.#store.generationOf(row), offsetBytes: this.#store.offsetOf(row), timeMs: columns.microsOf(row) / 1000};
		});
	}

	/** All that was written: by time, and where that is the same by log, file and place. */
	linesSorted(): readonly Line[] {
		return this.#lines.toSorted((one, other) => (one.timeMs - other.timeMs) || (one.source - other.source) || (one.generation - other.generation) || (one.offsetBytes - other.offsetBytes));
	}
}

const pathOf = (source: number): string => `/logs/${source}.log`;

/** A line, and the moment it tells: that of its own zone, or of the log's where it names none, set right by as much as the clock was off. */
function lineAt(second: number, {namesZone, zoneMinutes, clockOffsetMs}: Log, zoneThen: number): {readonly text: string; readonly timeMs: number} {
	const writtenMs = dayMs + (second * 1000);
	const minutes = namesZone ? zoneThen : zoneMinutes;
	const wall = new Date(writtenMs).toISOString().slice(0, -1);
	return {text: `${wall}${namesZone ? zoneName(zoneThen) : ''} INFO it works\n`, timeMs: writtenMs - (minutes * 60_000) + clockOffsetMs};
}

const zoneName = (minutes: number): string => `${minutes < 0 ? '-' : '+'}${String(Math.abs(minutes) / 60).padStart(2, '0')}:00`;
