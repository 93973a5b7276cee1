import {actions} from '../domain/actions.ts';
import {categories} from '../domain/category.ts';
import {type Foreign, foreignText} from '../domain/foreign.ts';
import {results} from '../domain/result.ts';
import {severities} from '../domain/severity.ts';
import type {SourceId} from '../domain/source.ts';
import type {Dictionary} from '../store/dictionary.ts';
import type {EventStore} from '../store/event-store.ts';
import type {Numbers} from '../store/narrow-column.ts';
import type {Segment} from '../store/segment.ts';
import {decodeForeign} from '../text/foreign.ts';
import type {FacetField} from './query.ts';

/** The codes of one column of a segment. */
export type Codes = Numbers;

/** A column whose codes stand for values: a code of the device column for several, all others for one. */
export type CodedColumn = {
	/** The number of codes assigned so far. */
	size(): number;
	codesIn(segment: Segment): Codes;
	/** The values of a code; an empty text means that the record names none. */
	valuesOf(code: number): readonly Foreign[];
	/** No event can have a value in this column, so there is nothing to count. */
	readonly isEmpty?: boolean;
};

export type ColumnField = FacetField | 'severity';

export type TimelineColumns = Readonly<Record<ColumnField, CodedColumn>>;

/** The meaning of codes that the store itself does not know. */
export type OuterNames = {
	/** The names of formats by their codes. */
	readonly formats: readonly string[];
	readonly pathOf: (source: SourceId) => Foreign;
	/** The groups of a device, if there is a device map. */
	readonly groupsOf?: ((device: Foreign) => readonly Foreign[]) | undefined;
};

/** The value shown for everything that came after a dictionary was full. */
export const unlistedValue = foreignText('(further values)');

const none = foreignText('');

/** All filterable fields of a store, by their columns. */
export function timelineColumns(store: EventStore, {formats, pathOf, groupsOf}: OuterNames): TimelineColumns {
	return {
		severity: tableColumn(severities, segment => segment.severity),
		category: tableColumn(categories, segment => segment.category),
		action: tableColumn(actions.map(({id}) => id), segment => segment.action),
		result: tableColumn(results, segment => segment.result),
		format: tableColumn(formats, segment => segment.format),
		type: dictionaryColumn(store.types, segment => segment.type),
		user: dictionaryColumn(store.users, segment => segment.user),
		host: dictionaryColumn(store.hosts, segment => segment.host),
		device: deviceColumn(store),
		group: groupColumn(store, groupsOf),
		source: {
			size: () => store.generationCount,
			codesIn: segment => segment.generation,
			valuesOf: generation => [pathOf(store.sourceOfGeneration(generation))],
		},
	};
}

/** Row 0 of most domain tables is 'none', which reads as the empty text. */
function tableColumn(words: readonly string[], codesIn: (segment: Segment) => Codes): CodedColumn {
	const values = words.map(word => [foreignText(word === 'none' ? '' : word)] as const);
	return {size: () => values.length, codesIn, valuesOf: code => values[code]!};
}

function dictionaryColumn(dictionary: Dictionary, codesIn: (segment: Segment) => Codes): CodedColumn {
	const nameOf = dictionaryNames(dictionary);
	const values: Array<readonly Foreign[]> = [];
	return {
		size: () => sizeOf(dictionary),
		codesIn,
		valuesOf(code) {
			values[code] ??= [nameOf(code)];
			return values[code];
		},
	};
}

function deviceColumn({deviceSets}: EventStore): CodedColumn {
	const nameOf = dictionaryNames(deviceSets.devices);
	const values: Array<readonly Foreign[]> = [];
	return {
		size: () => deviceSets.size,
		codesIn: segment => segment.deviceSet,
		valuesOf(set) {
			values[set] ??= Array.from(deviceSets.membersOf(set), device => nameOf(device));
			return values[set];
		},
	};
}

/** The device column read as groups: they are looked up once per distinct device, never per row. */
function groupColumn(store: EventStore, groupsOf: OuterNames['groupsOf']): CodedColumn {
	const sets = deviceColumn(store);
	const known = new Map<Foreign, readonly Foreign[]>();
	const groupsOnce = (device: Foreign): readonly Foreign[] => {
		const groups = known.get(device) ?? groupsOf?.(device) ?? [];
		known.set(device, groups);
		return groups;
	};

	const values: Array<readonly Foreign[]> = [];
	return {
		...sets,
		isEmpty: groupsOf === undefined,
		valuesOf(set) {
			if (values[set] === undefined) {
				const groups = new Set(sets.valuesOf(set).flatMap(device => groupsOnce(device)));
				values[set] = groups.size === 0 ? [none] : [...groups];
			}

			return values[set];
		},
	};
}

/** Every code in the column is below this. */
const sizeOf = (dictionary: Dictionary): number => dictionary.hasUnlisted ? dictionary.unlistedCode + 1 : dictionary.size;

/** The values of a dictionary as text, each decoded only once. */
function dictionaryNames(dictionary: Dictionary): (code: number) => Foreign {
	const names: Foreign[] = [none];
	return code => {
		if (code === dictionary.unlistedCode) {
			return unlistedValue;
		}

		names[code] ??= decodeForeign(dictionary.bytesOf(code));
		return names[code];
	};
}
