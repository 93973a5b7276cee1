import type {Foreign} from '../../domain/foreign.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {isTimeName} from '../time/time-names.ts';

const words = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => line.split(' '));

/** What a column may tell, and the headings under which it does, the most telling first. Only letters and digits of a heading count. */
const headings = {
	time: words('dateutc timestamp time datetime dateandtime date timegenerated timegeneratedutc activitydatetime createddatetime eventtime eventtimestamp timeutc timecreated creationdate'),
	severity: words('severity eventseverity alertseverity leveldisplayname level eventlevel risklevel priority'),
	type: words('type eventtype typecode code'),
	activity: words('activity activitydisplayname operationname operation operations actiontype activitytype action'),
	message: words('description content message details eventdescription alertname title summary activity activitydisplayname operationname operation operations actiontype'),
	user: words(
		'owner actoruserprincipalname username userprincipalname user useremail actordisplayname initiatedby eventinitiatedby initiatedbyactor',
		'userid userids accountupn accountname account caller actor identity performedby createdby',
	),
	devices: words('devices device affecteddevices ipaddress ip sourceip sourceaddress destinationip targetaddress sourceipaddress clientip calleripaddress remoteip localip srcip dstip destinationaddress destinationipaddress'),
	result: words('result status resulttype outcome'),
	host: words('host hostname sensor sensorname computer machinename devicename computername machine'),
	/** The number of one of Windows' events; any table may have an `id`, so only where another heading says that it is such a table. */
	windowsEvent: words('eventid id'),
} as const;

/** Headings that only tables of Windows' events have. */
const ofWindows: readonly string[] = ['providername', 'taskcategory', 'taskdisplayname'];

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
	['calleripaddress', 'sourceAddress'],
	['owner', 'user'],
	['actoruserprincipalname', 'user'],
	['userprincipalname', 'user'],
	['accountname', 'user'],
	['actiontype', 'sourceAction'],
	['operation', 'sourceAction'],
	['processid', 'pid'],
	['threadid', 'thread'],
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

	const found = mapValues(headings, names => indexesOf(plain, names));
	const isOfWindows = ofWindows.some(name => plain.includes(name));
	const columns = {...found, time: [...new Set([...found.time, ...timesAmong(plain)])], windowsEvent: isOfWindows ? found.windowsEvent : []};
	const known = Object.values(columns).filter(cellsOf => cellsOf.length > 0);
	return columns.time.length === 0 || known.length < 2 ? undefined : {...columns, names: plain.map((name, index) => columns.windowsEvent.includes(index) ? 'sourceAction' : fieldNames.get(name) ?? commonFieldName(cells[index]!))};
}

/** Headings of a point in time that no list has: `Event Start Time (UTC)`. */
const timesAmong = (plain: readonly string[]): number[] =>
	plain.flatMap((name, column) => isTimeName(name) ? [column] : []);

const mapValues = <Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To): Record<Key, To> =>
	Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;

const indexesOf = (plain: readonly string[], names: readonly string[]): number[] =>
	names.map(name => plain.indexOf(name)).filter(column => column >= 0);
