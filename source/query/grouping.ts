import {type ActionId, actionCode} from '../domain/actions.ts';
import {type Category, categoryCode} from '../domain/category.ts';
import {type Foreign, foreignText} from '../domain/foreign.ts';
import {type Severity, severityCode} from '../domain/severity.ts';
import {offsetMinutes} from '../domain/zone-offset.ts';
import {rowFlag, type Segment} from '../store/segment.ts';
import type {Codes, TimelineColumns} from './coded-columns.ts';
import type {Span} from './select.ts';

export type GroupField = 'user' | 'action' | 'type' | 'device' | 'source' | 'hour';

/** Which events are grouped, and by what. Of two fields the first has codes of at most 16 bits. */
export type GroupingWish = {
	readonly by: readonly GroupField[];
	readonly of: 'events' | 'gaps';
	readonly actions?: readonly ActionId[];
	readonly category?: Category;
	readonly severity?: Severity;
	/** Only what came after that time for the first time, the latest first. */
	readonly newSinceMicros?: number;
	readonly isNamed?: true;
	/** Whether to count by the hour of the day as well. */
	readonly hasHours?: true;
	readonly limit: number;
};

export type CountedGroup = {readonly values: readonly Foreign[]; readonly count: number; readonly firstMicros: number; readonly lastMicros: number; readonly hours?: readonly number[]};

type Heap = {count: number; firstMicros: number; lastMicros: number; readonly hours?: number[]};

/** Events grouped by one or two of their columns. Rows are counted in any order, and groups are named only at the end. */
export class Grouping {
	readonly #columns: TimelineColumns;
	readonly #wish: GroupingWish;
	readonly #isWantedAction: Uint8Array | undefined;
	readonly #zone: string;
	readonly #heaps = new Map<number, Heap>();
	/** The offset of the quarter of an hour asked for last, because rows of one log come one after the other. */
	#quarter = NaN;
	#offsetMs = 0;

	constructor(columns: TimelineColumns, wish: GroupingWish, zone: string) {
		this.#columns = columns;
		this.#wish = wish;
		this.#isWantedAction = wish.actions && actionSet(wish.actions);
		this.#zone = zone;
	}

	#isWanted({flags, action, category, severity}: Segment, place: number): boolean {
		const isGap = (flags[place]! & rowFlag.gap) !== 0;
		return isGap === (this.#wish.of === 'gaps')
			&& (this.#isWantedAction === undefined || this.#isWantedAction[action[place]!] === 1)
			&& (this.#wish.category === undefined || category[place] === categoryCode[this.#wish.category])
			&& (this.#wish.severity === undefined || severity[place] === severityCode[this.#wish.severity]);
	}

	#codesOf(field: GroupField, segment: Segment): Codes | undefined {
		return field === 'hour' ? undefined : this.#columns[field].codesIn(segment);
	}

	/** The hour as the zone's clocks show it, counted from far enough back that no code is negative. */
	#hourCode(micros: number): number {
		const ms = Math.floor(micros / 1000);
		const quarter = Math.floor(ms / quarterMs);
		if (quarter !== this.#quarter) {
			this.#quarter = quarter;
			this.#offsetMs = offsetMinutes(ms, this.#zone) * 60_000;
		}

		return Math.floor((ms + this.#offsetMs) / hourMs) + hoursBefore1970;
	}

	#add(key: number, micros: number): void {
		let heap = this.#heaps.get(key);
		if (heap === undefined) {
			heap = {count: 0, firstMicros: micros, lastMicros: micros, ...(this.#wish.hasHours && {hours: noHours()})};
			this.#heaps.set(key, heap);
		}

		if (heap.hours !== undefined) {
			heap.hours[(this.#hourCode(micros) - (hoursBefore1970 % hoursInDay)) % hoursInDay]!++;
		}

		heap.count++;
		heap.firstMicros = Math.min(heap.firstMicros, micros);
		heap.lastMicros = Math.max(heap.lastMicros, micros);
	}

	#valuesOf(field: GroupField, code: number): readonly Foreign[] {
		return field === 'hour' ? [hourName(code)] : this.#columns[field].valuesOf(code);
	}

	/** The groups that a combination of codes counts for: several for an event with several devices. */
	#namesOf(key: number): ReadonlyArray<readonly Foreign[]> {
		const [first, second] = this.#wish.by;
		return second === undefined
			? this.#valuesOf(first!, key).map(value => [value])
			: this.#valuesOf(first!, Math.floor(key / codesBelow)).flatMap(one => this.#valuesOf(second, key % codesBelow).map(other => [one, other]));
	}

	/** Counts the rows of the span that are in `shown`; row numbers are places of the segment plus `rowShift`. Hot: a few lookups per row, one object per group. */
	count({segment, from, to}: Span, rowShift: number, shown: {has(row: number): boolean}): void {
		const [first, second] = this.#wish.by;
		const firstCodes = this.#codesOf(first!, segment);
		const secondCodes = second === undefined ? undefined : this.#codesOf(second, segment);
		for (let place = from; place < to; place++) {
			if (!this.#isWanted(segment, place) || !shown.has(rowShift + place)) {
				continue;
			}

			const micros = segment.times.at(place);
			const code = firstCodes === undefined ? this.#hourCode(micros) : firstCodes[place]!;
			const other = second === undefined ? 0 : (secondCodes === undefined ? this.#hourCode(micros) : secondCodes[place]!);
			this.#add(second === undefined ? code : (code * codesBelow) + other, micros);
		}
	}

	/** The largest or the newest groups, and the number of all. */
	answer(): {readonly groups: readonly CountedGroup[]; readonly distinct: number} {
		const {newSinceMicros, limit} = this.#wish;
		const named = new Map<string, CountedGroup>();
		const all = this.#heaps.entries().flatMap(([key, heap]) => this.#namesOf(key).map(values => ({...heap, values})));
		for (const group of all.filter(({values}) => this.#wish.isNamed === undefined || values.some(value => value !== nothing))) {
			const name = group.values.join('\0');
			named.set(name, joined(named.get(name), group));
		}

		const groups = newSinceMicros === undefined
			? named.values().toArray().toSorted(largestFirst)
			: named.values().filter(({firstMicros}) => firstMicros >= newSinceMicros).toArray().toSorted(newestFirst);
		return {groups: groups.slice(0, limit), distinct: groups.length};
	}
}

const nothing = foreignText('');

/** More than any code of the second field; with 16 bits above it a double still holds the pair exactly. */
const codesBelow = 2 ** 32;

function actionSet(ids: readonly ActionId[]): Uint8Array {
	const most = 256;
	const set = new Uint8Array(most);
	for (const id of ids) {
		set[actionCode(id)] = 1;
	}

	return set;
}

const hourName = (code: number): Foreign => foreignText(new Date((code - hoursBefore1970) * hourMs).toISOString().replace('T', ' ').slice(0, '2026-03-03 09'.length));

const hourMs = 3_600_000;
/** Zones change only at whole quarters. */
const quarterMs = hourMs / 4;
const hoursBefore1970 = 2 ** 30;
const hoursInDay = 24;

const noHours = (): number[] => Array.from({length: hoursInDay}, () => 0);

function joined(one: CountedGroup | undefined, other: CountedGroup): CountedGroup {
	return {
		values: other.values,
		count: other.count + (one?.count ?? 0),
		firstMicros: Math.min(other.firstMicros, one?.firstMicros ?? Infinity),
		lastMicros: Math.max(other.lastMicros, one?.lastMicros ?? -Infinity),
		...(other.hours && {hours: other.hours.map((count, hour) => count + (one?.hours?.[hour] ?? 0))}),
	};
}

function largestFirst(one: CountedGroup, other: CountedGroup): number {
	return (other.count - one.count) || byName(one, other);
}

function newestFirst(one: CountedGroup, other: CountedGroup): number {
	return (other.firstMicros - one.firstMicros) || byName(one, other);
}

const byName = (one: CountedGroup, other: CountedGroup): number => one.values.join('\0') < other.values.join('\0') ? -1 : 1;
