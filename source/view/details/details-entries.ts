import type {Field} from '../../domain/field.ts';
import {actionTitle} from '../../domain/actions.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {isoTime} from '../../domain/time.ts';
import type {EventDetails, EventId, EventRow} from '../../engine/engine.ts';
import {titledDevice} from '../timeline/device-titles.ts';
import {valueIn} from '../filters/facet-values.ts';
import {grouped} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';
import {rowZone} from '../timeline/row-zone.ts';
import {type Zone, zonedTime} from '../drawing/zoned-time.ts';
import {type ValueOrigins, valueOrigins} from './value-origins.ts';
import {noteEntries} from './note-entries.ts';

/** One thing known about the selected event. */
export type DetailEntry = {
	readonly name: string;
	readonly value: Foreign;
	/** What `+` and `-` filter by; `isOwn` where it is one of the record's own fields, even if a column has the same name. */
	readonly filter?: {readonly name: string; readonly value: Foreign; readonly isOwn?: true};
	/** Where the value comes from, unless the record itself says it. */
	readonly origin?: string | undefined;
	/** The event that Enter goes to. */
	readonly leadsTo?: EventId;
};

/** Everything about the open event except its raw record; empty until the engine has answered. */
export function detailEntries(state: ViewState): DetailEntry[] {
	const {details: {answer}, deviceTitles, health} = state;
	if (answer === undefined) {
		return [];
	}

	const options = health?.sources.find(({source}) => source === answer.row.source)?.options;
	const origins = valueOrigins(answer, options);
	const columns = [...whenAndWhat(answer, origins, rowZone(state, answer.row)), ...whoAndWhere(answer, origins, deviceTitles)];
	return [...noteEntries(state, answer), ...columns, ...otherFields(answer, columns), ...position(answer)];
}

function whenAndWhat({row, severityWord, message}: EventDetails, origins: ValueOrigins, zone: Zone): DetailEntry[] {
	const {date, clock, fraction} = zonedTime(row.time.micros, zone, row.time.nanos);
	const digits = row.time.digits === 0 ? '' : `.${fraction.slice(0, row.time.digits)}`;
	const shownTime = zone === 'UTC' ? isoTime(row.time) : `${date} ${clock}${digits} ${zone}`;
	return [
		{name: 'time', value: foreignText(shownTime), origin: origins.time},
		...present('severity', row.severity === 'none' ? undefined : foreignText(severityText(row, severityWord)), origins.severity),
		{name: 'action', value: foreignText(actionTitle(row.action)), filter: {name: 'action', value: valueIn(row, 'action', [])}},
		...(row.type === undefined ? [] : [filterable('type', row.type)]),
		...present('message', message === '' ? undefined : message),
		{name: 'category', value: foreignText(row.category.replaceAll('-', ' ')), filter: {name: 'category', value: foreignText(row.category)}, origin: '(derived)'},
		...(row.result === 'none' ? [] : [filterable('result', foreignText(row.result))]),
	];
}

function whoAndWhere({row, groups, sourcePath}: EventDetails, origins: ValueOrigins, titles: ViewState['deviceTitles']): DetailEntry[] {
	return [
		...(row.user === undefined ? [] : [{...filterable('user', row.user), origin: origins.user}]),
		...row.devices.map(device => ({...filterable('device', device), value: titledDevice(device, titles)})),
		...groups.map(group => filterable('group', group)),
		...(row.host === undefined ? [] : [filterable('host', row.host)]),
		filterable('source', sourcePath),
		filterable('format', foreignText(row.format)),
	];
}

/** Fields of a note that only serve to find its event again. */
const noteKeys = new Set(['ledgerline', 'about.source', 'about.time', 'about.offset', 'about.length', 'about.digest']);

/** Fields whose content is shown above, though perhaps spelled differently. */
const toldAbove = new Set(['time', 'severity', 'severityWord']);

/** The record's own fields, without those that repeat a column. A field that only shares its name with a column is kept. */
function otherFields({fields, message, row}: EventDetails, above: readonly DetailEntry[]): DetailEntry[] {
	const isAbove = (name: string, value: Foreign) => above.some(entry => entry.name === name && entry.filter?.value === value);
	const isTold = ({name, value}: Field) => toldAbove.has(name)
		|| isAbove(name === 'sourceAction' ? 'type' : name, value)
		|| (name === 'message' && value === message)
		|| (row.format === 'notes' && noteKeys.has(name));
	return fields.filter(field => !isTold(field)).map(({name, value}) => ({name, value, filter: {name, value, isOwn: true as const}}));
}

function position({row, generationPath}: EventDetails): DetailEntry[] {
	return [
		{name: 'file', value: generationPath},
		{name: 'lies at', value: foreignText(`generation ${row.generationOrdinal}, byte ${grouped(row.offsetBytes)}, length ${grouped(row.lengthBytes)}${standingOf(row)}`)},
	];
}

function standingOf({isLate, isProvisional}: EventRow): string {
	const late = isLate ? '; written after the file was rotated away' : '';
	return isProvisional ? `${late}; its end has not been written yet` : late;
}

const filterable = (name: string, value: Foreign): DetailEntry => ({name, value, filter: {name, value}});

const present = (name: string, value: Foreign | undefined, origin?: string): DetailEntry[] => value === undefined ? [] : [{name, value, origin}];

function severityText({severity}: EventRow, word: Foreign | undefined): string {
	return word === undefined || word.toLowerCase() === severity ? severity : `${severity} (${word})`;
}
