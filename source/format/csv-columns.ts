import type {Foreign} from '../domain/foreign.ts';

/** What a column may tell, and the headings under which it does, the most telling first. Only letters and digits of a heading count. */
const headings = {
	time: ['dateutc', 'timestamp', 'time', 'datetime', 'dateandtime', 'date', 'timegenerated', 'timegeneratedutc', 'activitydatetime', 'createddatetime', 'eventtime', 'eventtimestamp', 'timeutc'],
	severity: ['severity', 'eventseverity', 'level'],
	type: ['type', 'eventtype', 'typecode', 'code'],
	activity: ['activity', 'activitydisplayname', 'operationname', 'operation', 'action'],
	message: ['description', 'content', 'message', 'details', 'eventdescription', 'title', 'activity', 'activitydisplayname', 'operationname', 'operation'],
	user: ['owner', 'actoruserprincipalname', 'username', 'userprincipalname', 'user', 'useremail', 'actordisplayname', 'initiatedby', 'eventinitiatedby', 'initiatedbyactor'],
	devices: ['devices', 'device', 'affecteddevices', 'ipaddress', 'ip', 'sourceip', 'sourceaddress', 'destinationip', 'targetaddress'],
	result: ['result', 'status', 'resulttype'],
	host: ['host', 'hostname', 'sensor', 'sensorname', 'computer'],
} as const;

export type CsvMeaning = keyof typeof headings;

/** Which cells tell what, the most telling first. */
export type CsvColumns = Readonly<Record<CsvMeaning, readonly number[]>> & {readonly names: readonly string[]};

/** Headings as other formats name the same thing. */
const fieldNames: ReadonlyMap<string, string> = new Map([
	['correlationid', 'correlationId'],
	['service', 'service'],
	['category', 'sourceCategory'],
	['activity', 'sourceAction'],
	['type', 'sourceAction'],
	['eventtype', 'sourceAction'],
	['operationname', 'sourceAction'],
	['result', 'status'],
	['ipaddress', 'sourceAddress'],
	['target1displayname', 'target'],
	['target1userprincipalname', 'targetUser'],
]);

/** Fewest columns that a heading line has: two words and a comma stand in any sentence. */
export const fewestColumns = 3;

/** What the cells of a heading line mean, or undefined where the line is none: a heading line has a time column, another known one, and no cell that is a value. */
export function columnsOf(cells: readonly Foreign[]): CsvColumns | undefined {
	const plain = cells.map(cell => cell.toLowerCase().replaceAll(/[^\d\p{Letter}]/gv, ''));
	const isTable = cells.length >= fewestColumns && new Set(plain).size === plain.length && plain.every(name => !(name === '' || /^\d/v.test(name)));
	if (!isTable) {
		return undefined;
	}

	const columns = mapValues(headings, words => indexesOf(plain, words));
	const known = Object.values(columns).filter(found => found.length > 0);
	return columns.time.length === 0 || known.length < 2 ? undefined : {...columns, names: plain.map((name, index) => fieldNames.get(name) ?? cells[index]!)};
}

const mapValues = <Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To): Record<Key, To> =>
	Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;

const indexesOf = (plain: readonly string[], words: readonly string[]): number[] =>
	words.map(word => plain.indexOf(word)).filter(column => column >= 0);
