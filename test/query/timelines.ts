import fc from 'fast-check';
import {actions} from '../../source/domain/actions.ts';
import {categories} from '../../source/domain/category.ts';
import type {DeviceGroup} from '../../source/domain/device-map.ts';
import {type Foreign, foreignText} from '../../source/domain/foreign.ts';
import {results} from '../../source/domain/result.ts';
import {severities} from '../../source/domain/severity.ts';
import {groupFinder} from '../../source/query/device-groups.ts';
import {type TimelineColumns, timelineColumns} from '../../source/query/coded-columns.ts';
import {facetFields, type Query} from '../../source/query/query.ts';
import {EventStore} from '../../source/store/event-store.ts';
import {draftOf} from '../store/drafts.ts';

/** An event as plain values, for the slow twins. */
export type PlainEvent = {
	readonly micros: number;
	readonly source: number;
	readonly severity: number;
	readonly category: number;
	readonly action: number;
	readonly result: number;
	readonly format: number;
	readonly type: string;
	readonly user: string;
	readonly host: string;
	readonly devices: readonly string[];
	readonly isGap: boolean;
};

export const formatNames = ['console-audit', 'sensor-timeline', 'syslog'];
const sourcePaths = ['/logs/audit.log', '/logs/timeline.jsonl'];

const types = ['', 'Login', 'DEVICE_CREATE', 'a "b"'];
const users = ['', 'dana', 'Eve', 'משה'];
const hosts = ['', 'sensor-1', 'sensor-2'];
const deviceNames = ['10.0.0.1', '10.0.1.9', 'fd00::1', 'plc-7', 'AA:BB'];

/** What a filter on devices may name besides one of them, and whom it means. */
const devicesInRange: Readonly<Record<string, readonly string[]>> = {'10.0.0.0/24': ['10.0.0.1'], '10.0.*': ['10.0.0.1', '10.0.1.9'], '::/0': ['fd00::1'], '10.9.0.0/16': []};

/** Overlapping groups; two devices are in none. */
const deviceGroups: readonly DeviceGroup[] = [
	{name: foreignText('plant'), members: [foreignText('PLC-7')]},
	{name: foreignText('everything'), members: [foreignText('10.0.0.0/8'), foreignText('plc-7')]},
	{name: foreignText('nobody'), members: []},
];

const membersByName = {plant: ['plc-7'], everything: ['10.0.0.1', '10.0.1.9', 'plc-7']} as const satisfies Record<string, readonly string[]>;

function slowGroups(devices: readonly string[]): readonly string[] {
	const groups = Object.entries(membersByName).filter(([, members]) => members.some(member => devices.includes(member))).map(([name]) => name);
	return groups.length === 0 ? [''] : groups;
}

export const plainEvent: fc.Arbitrary<PlainEvent> = fc.record({
	micros: fc.nat(60),
	source: fc.nat(sourcePaths.length - 1),
	severity: fc.nat(severities.length - 1),
	category: fc.nat(categories.length - 1),
	action: fc.nat(12),
	result: fc.nat(results.length - 1),
	format: fc.nat(formatNames.length - 1),
	type: fc.constantFrom(...types),
	user: fc.constantFrom(...users),
	host: fc.constantFrom(...hosts),
	devices: fc.uniqueArray(fc.constantFrom(...deviceNames)),
	isGap: fc.nat(20).map(die => die === 0),
});

/** A store to which plain events are appended; generation number is source number. */
export class TestTimeline {
	readonly store = new EventStore();
	readonly columns: TimelineColumns;
	readonly events: PlainEvent[] = [];

	constructor() {
		for (const source of sourcePaths.keys()) {
			this.store.addGeneration(source, source, 0);
		}

		this.columns = timelineColumns(this.store, {formats: formatNames, pathOf: source => foreignText(sourcePaths[source]!), groupsOf: groupFinder(deviceGroups)});
	}

	append(event: PlainEvent): void {
		const {source, micros} = event;
		this.events.push(event);
		if (event.isGap) {
			this.store.appendGap({source, afterGeneration: source, micros, sentence: 'bytes are missing'});
			return;
		}

		const offsetBytes = this.events.length * 10;
		this.store.append({draft: draftOf(event), format: event.format, offsetBytes, lengthBytes: 10, isProvisional: false}, source, false);
	}

	/** The row's columns become those of `event`; its time and place stay. */
	amend(row: number, event: PlainEvent): void {
		const {micros, source, format, isGap} = this.events[row]!;
		this.events[row] = {...event, micros, source, format, isGap};
		this.store.amend(row, draftOf({...event, micros}));
	}

	/** Rows in the order of time, as the store has it. */
	rowsInTime(): number[] {
		this.store.order.settle();
		return Array.from({length: this.store.order.count}, (_, position) => this.store.order.rowAt(position));
	}
}

/** Every value an event has in a field, '' for none. */
export function valuesOf(event: PlainEvent, field: (typeof facetFields)[number]): readonly string[] {
	const action = actions[event.action]!.id;
	const result = results[event.result]!;
	return {
		category: [categories[event.category]!],
		action: [action === 'none' ? '' : action],
		type: [event.type],
		user: [event.user],
		group: slowGroups(event.devices),
		device: event.devices.length === 0 ? [''] : event.devices,
		source: [sourcePaths[event.source]!],
		host: [event.host],
		result: [result === 'none' ? '' : result],
		format: [formatNames[event.format]!],
	}[field];
}

/** True where a filter on `value` means the event. */
export const isMeantBy = (event: PlainEvent, field: (typeof facetFields)[number], value: string): boolean =>
	valuesOf(event, field).some(each => each === value || (field === 'device' && devicesInRange[value]?.includes(each) === true));

const valuesByField: Readonly<Record<(typeof facetFields)[number], readonly string[]>> = {
	category: categories,
	action: ['', 'login', 'password-reset', 'user-created'],
	type: types,
	user: users,
	group: ['', 'plant', 'everything', 'nobody'],
	device: ['', ...deviceNames, ...Object.keys(devicesInRange), 'nobody-has-this'],
	source: sourcePaths,
	host: hosts,
	result: ['', 'success', 'failure'],
	format: formatNames,
};

const filterOn = (field: (typeof facetFields)[number]) => {
	const values: fc.Arbitrary<Foreign[]> = fc.uniqueArray(fc.constantFrom(...valuesByField[field].map(value => foreignText(value))), {maxLength: 2});
	return fc.record({include: values, exclude: values});
};

const facetFilters = fc.record(Object.fromEntries(facetFields.map(field => [field, filterOn(field)])), {requiredKeys: []});

export const plainQuery: fc.Arbitrary<Query> = fc.record({
	sinceMicros: fc.nat(60),
	untilMicros: fc.nat(60),
	severityAtLeast: fc.constantFrom('info' as const, 'notice' as const, 'alert' as const),
	userOperations: fc.constantFrom('exact' as const, 'human' as const),
	facets: facetFilters,
}, {requiredKeys: ['facets']});
