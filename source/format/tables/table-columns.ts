import type {Foreign} from '../../domain/foreign.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {isTimeName} from '../time/time-names.ts';

const words = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => line.split(' '));

/** What a column may tell, and the headings under which it does, the most telling first. Only letters and digits of a heading count. */
const headings = {
	time: words('dateutc timestamp time datetime dateandtime date timegenerated timegeneratedutc timegeneratedlocaltime activitydatetime createddatetime eventtime eventtimestamp timeutc timecreated creationdate'),
	severity: words('severity eventseverity alertseverity logseverity severitylevel leveldisplayname eventlevelname level eventlevel risklevel priority'),
	type: words('type eventtype typecode code'),
	activity: words('operationnamevalue activity activitydisplayname operationname operation operations actiontype activitytype action'),
	message: words(
		'description content message syslogmessage rendereddescription details eventdescription alertname title summary activity activitydisplayname operationname operation operations actiontype',
		'operationnamevalue rawdata',
	),
	user: words(
		'owner actoruserprincipalname username userprincipalname user useremail actordisplayname initiatedby eventinitiatedby initiatedbyactor',
		'userid userids accountupn accountname account caller actor identity performedby createdby loginname actorname actoremail actorusername targetusername sourceusername destinationusername',
	),
	devices: words('devices device affecteddevices ipaddress ip sourceip sourceaddress destinationip targetaddress sourceipaddress clientip calleripaddress remoteip localip srcip dstip destinationaddress destinationipaddress srcipaddr dstipaddr'),
	result: words('result resulttype resultstatus activitystatusvalue status outcome eventresult eventoutcome deviceaction'),
	host: words('host hostname sensor sensorname computer machinename devicename computername machine dvchostname dvc'),
	/** Who wrote the message. */
	program: words('processname program process appname'),
	/** The number of one of Windows' events; any table may have an `id`, so only where another heading says that it is such a table. */
	windowsEvent: words('eventid id'),
} as const;

/** Headings that only tables of Windows' events have. */
const ofWindows: readonly string[] = ['providername', 'taskcategory', 'taskdisplayname', 'eventsourcename', 'rendereddescription'];

/** Headings that only tables of alerts have: Defender's, and CEF as Microsoft Sentinel keeps it. */
const ofAlerts: readonly string[] = ['alertname', 'alertseverity', 'deviceeventclassid'];

/** Azure Monitor's tables tell when a row came in. In those of what others wrote another column tells when it happened, and the column `Type` of all of them is the table's name. */
const receivedTimes: readonly string[] = ['timegenerated', 'timegeneratedutc', 'timegeneratedlocaltime'];
const ownTimes: readonly string[] = ['starttime', 'starttimeutc', 'eventtime', 'eventtimeutc'];
const ofOtherWriters: readonly string[] = ['deviceeventclassid', 'syslogmessage'];

export type TableMeaning = keyof typeof headings;

/** Which cells tell what, the most telling first. */
export type TableColumns = Readonly<Record<TableMeaning, readonly number[]>> & {
	readonly names: readonly string[];
	/** Those in which a table has a word or a number for what happened. */
	readonly deeds: readonly number[];
	/** Whether a row is an alert unless it says otherwise. */
	readonly isOfAlerts: boolean;
};

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
	['operationnamevalue', 'sourceAction'],
	['activitystatusvalue', 'status'],
	['resulttype', 'status'],
	['processname', 'process'],
	['sourceusername', 'user'],
	['destinationusername', 'targetUser'],
	['targetusername', 'targetUser'],
	['workstationname', 'sourceHost'],
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
export function columnsOf(cells: readonly Foreign[]): TableColumns | undefined {
	const isOfAzure = cells.some(cell => receivedTimes.includes(plainName(cell)));
	const plain = cells.map(cell => plainName(isOfAzure ? cell.replace(kindOfColumn, '') : cell));
	// Those of Azure's own have hundreds of columns, among them `ProcessID` and `ProcessId`: the first counts.
	const isTable = cells.length >= fewestColumns && (isOfAzure || new Set(plain).size === plain.length) && plain.every(name => !(name === '' || /^\d/v.test(name)));
	if (!isTable) {
		return undefined;
	}

	const found = mapValues(headings, names => indexesOf(plain, names));
	const hasOne = (names: readonly string[]): boolean => names.some(name => plain.includes(name));
	const columns = {
		...found,
		time: timesAmong(plain, found.time),
		type: hasOne(receivedTimes) ? indexesOf(plain, ['eventtype']) : found.type,
		windowsEvent: hasOne(ofWindows) ? found.windowsEvent : [],
	};
	const known = Object.values(columns).filter(cellsOf => cellsOf.length > 0);
	return columns.time.length === 0 || known.length < 2 ? undefined : {...columns, deeds: [...columns.type, ...columns.activity, ...columns.windowsEvent], isOfAlerts: hasOne(ofAlerts), names: fieldNamesOf(cells, plain, columns)};
}

/** Only letters and digits of a heading count. */
const plainName = (heading: string): string => heading.toLowerCase().replaceAll(/[^\d\p{Letter}]/gv, '');

/** Tables that somebody made himself tell in each heading what kind of values stand below it: `user_s`, `port_d`. */
const kindOfColumn = /_[bdgst]$/v;

const fieldNamesOf = (cells: readonly Foreign[], plain: readonly string[], {windowsEvent, type}: Readonly<Record<TableMeaning, readonly number[]>>): string[] => plain.map((name, index) => {
	const isTableName = name === 'type' && !type.includes(index);
	return windowsEvent.includes(index) ? 'sourceAction' : (isTableName ? undefined : fieldNames.get(name)) ?? commonFieldName(cells[index]!);
});

/** Those that a list has, and headings of a point in time that none has: `Event Start Time (UTC)`. What a table of others' records tells of their own time comes first. */
function timesAmong(plain: readonly string[], listed: readonly number[]): number[] {
	const own = ofOtherWriters.some(name => plain.includes(name)) && receivedTimes.some(name => plain.includes(name)) ? indexesOf(plain, ownTimes) : [];
	return [...new Set([...own, ...listed, ...plain.flatMap((name, column) => isTimeName(name) ? [column] : [])])];
}

const mapValues = <Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To): Record<Key, To> =>
	Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;

const indexesOf = (plain: readonly string[], names: readonly string[]): number[] =>
	names.map(name => plain.indexOf(name)).filter(column => column >= 0);
