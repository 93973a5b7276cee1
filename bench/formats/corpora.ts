import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {parse} from 'csv-parse/sync';
import {parse as parseYaml} from 'yaml';
import {collect, hintsAt, tellEvent} from '../../test/format/collected-events.ts';

/** Log data of third parties with its own truth. It lies beside the project and is never part of it. */
const folder = new URL('../../../shared/corpora/', import.meta.url);

export const areCorporaThere = existsSync(folder);

/** How many of the facts that a corpus knows were read right; `misses` tells the first that were not. */
export type Score = {readonly corpus: string; readonly fact: string; readonly right: number; readonly all: number; readonly misses: readonly string[]};

type Told = ReturnType<typeof tellEvent>;

/** Every corpus's scores. */
export function scoreCorpora(): readonly Score[] {
	const scores = [
		...loghubScores(), ...auditScores(), ...serialScores(), ...coalesceScores(), ...elasticScores('apache'), ...elasticScores('nginx'), ...pantherScores(), ...entraTimeScores(), ...lnavScores(),
	];
	return scores.filter(({all}) => all > 0);
}

const fileOf = (path: string): URL => new URL(path, folder);
const bytesIn = (path: string): Uint8Array => readFileSync(fileOf(path));
const textIn = (path: string): string => readFileSync(fileOf(path), 'utf8');

function readLog(content: Uint8Array, modifiedMs: number, zone?: string): readonly Told[] {
	const collected = collect(content, {hints: hintsAt(modifiedMs, {zone})});
	return collected.events.map(event => tellEvent(content, collected, event));
}

const fieldOf = (event: Told | undefined, name: string): string | undefined => {
	const value = event?.fields[name];
	return Array.isArray(value) ? value[0] : value;
};

/** Counts how many pairs of what was read and what is true agree. */
function score(corpus: string, fact: string, pairs: ReadonlyArray<readonly [read: unknown, truth: unknown]>): Score {
	const wrong = pairs.filter(([read, truth]) => read !== truth);
	return {corpus, fact, right: pairs.length - wrong.length, all: pairs.length, misses: wrong.slice(0, 5).map(([read, truth]) => `${String(read)} instead of ${String(truth)}`)};
}

type LoghubRow = Readonly<Record<string, string>>;

/** Each log of 2,000 lines with its truth beside it; `time` spells a row's time as ours, and the file is taken to be of the year told. */
const loghub: ReadonlyArray<{readonly name: string; readonly modifiedMs: number; time(row: LoghubRow): string; level(row: LoghubRow): string | undefined}> = [
	{
		name: 'Linux', modifiedMs: Date.UTC(2005, 11, 31),
		time: row => `${new Date(`${row.Month} ${row.Date} 2005 ${row.Time}Z`).toISOString().slice(0, 19)}Z`,
		level: () => undefined,
	},
	{name: 'Apache', modifiedMs: Date.UTC(2006, 0), time: row => `${new Date(`${row.Time!.slice(4)}Z`).toISOString().slice(0, 19)}Z`, level: row => row.Level},
	{name: 'Zookeeper', modifiedMs: Date.UTC(2016, 0), time: row => `${row.Date}T${row.Time!.replace(',', '.')}Z`, level: row => row.Level},
	{name: 'OpenStack', modifiedMs: Date.UTC(2018, 0), time: row => `${row.Date}T${row.Time}Z`, level: row => row.Level},
];

function loghubScores(): readonly Score[] {
	return loghub.flatMap(({name, modifiedMs, time, level}) => {
		const rows = parse<LoghubRow>(textIn(`loghub/${name}/${name}_2k.log_structured.csv`), {columns: true});
		const events = readLog(bytesIn(`loghub/${name}/${name}_2k.log`), modifiedMs);
		const corpus = `loghub ${name}`;
		return [
			score(corpus, 'time', rows.map((row, index) => [events[index]?.time, time(row)])),
			score(corpus, 'level', rows.filter(row => level(row) !== undefined).map((row, index) => [events[index]?.severityWord, level(row)])),
			score(corpus, 'content', rows.map((row, index) => [events[index]?.message.trim(), row.Content!.trim()])),
			score(corpus, 'pid', rows.flatMap((row, index) => (row.PID ?? row.Pid ?? '') === '' ? [] : [[fieldOf(events[index], 'pid'), row.PID ?? row.Pid] as const])),
		];
	});
}

type AuditGolden = {readonly '@timestamp': string; readonly sequence: number; readonly record_type: string};

/** The parser of go-libaudit: each record's time, serial and type; records of one serial are one event. */
function auditScores(): readonly Score[] {
	const logs = readdirSync(fileOf('go-libaudit/auparse/testdata/')).filter(name => name.endsWith('.log') && existsSync(fileOf(`go-libaudit/auparse/testdata/${name}.golden`)));
	return logs.flatMap(name => {
		const golden = JSON.parse(textIn(`go-libaudit/auparse/testdata/${name}.golden`)) as ReadonlyArray<AuditGolden | undefined>;
		const events = readLog(bytesIn(`go-libaudit/auparse/testdata/${name}`), Date.now());
		const read = events.flatMap(event => [event.fields.sourceAction].flat().map(type => `${Date.parse(event.time!)}:${fieldOf(event, 'serial')}:${String(type).toLowerCase()}`));
		const truth = golden.flatMap(record => record ?? []).map(record => `${Date.parse(record['@timestamp'])}:${record.sequence}:${record.record_type}`);
		return [score(`go-libaudit ${name}`, 'records', truth.toSorted().map((record, index) => [read.toSorted()[index], record]))];
	});
}

/** How many gaps the serials of a log have, as the reassembler of go-libaudit counts them: records out of order, and a serial that begins anew, are none. */
const serialGaps: ReadonlyArray<readonly [file: string, gaps: number]> = [['normal.log', 0], ['lost_messages.log', 1], ['out_of_order.log', 0], ['rollover.log', 0]];

function serialScores(): readonly Score[] {
	const pairs = serialGaps.map(([file, gaps]) => [collect(bytesIn(`go-libaudit/testdata/${file}`)).missing.length, gaps] as const);
	return [score('go-libaudit serials', 'gaps', pairs)];
}

type CoalesceGolden = {readonly test_name: string; readonly event: {readonly sequence: number; readonly '@timestamp': string; readonly result?: string}};

const coalescedResults = new Map([['success', 'success'], ['fail', 'failure']]);

/** The coalescer of go-libaudit: the records of each test are one event with one result. */
function coalesceScores(): readonly Score[] {
	const cases = readdirSync(fileOf('go-libaudit/aucoalesce/testdata/')).filter(name => name.endsWith('.yaml')).flatMap(name => {
		const {tests} = parseYaml(textIn(`go-libaudit/aucoalesce/testdata/${name}`)) as {tests: Record<string, string>};
		const goldens = JSON.parse(textIn(`go-libaudit/aucoalesce/testdata/${name.replace('.yaml', '.json.golden')}`)) as readonly CoalesceGolden[];
		return goldens.map(golden => ({events: readLog(new TextEncoder().encode(tests[golden.test_name]), Date.now()), golden}));
	});
	return [
		score('go-libaudit aucoalesce', 'one event', cases.map(({events}) => [events.length, 1])),
		score('go-libaudit aucoalesce', 'serial', cases.map(({events, golden}) => [fieldOf(events[0], 'serial'), String(golden.event.sequence)])),
		score('go-libaudit aucoalesce', 'result', cases.flatMap(({events, golden}) => {
			const truth = coalescedResults.get(golden.event.result ?? '');
			return truth === undefined ? [] : [[events[0]?.result, truth] as const];
		})),
	];
}

type ElasticTruth = {
	readonly '@timestamp': string;
	readonly event?: {readonly original?: string};
	readonly message?: string;
	readonly log?: {readonly level?: string};
	readonly url?: {readonly original?: string};
	readonly http?: {readonly request?: {readonly method?: string}; readonly response?: {readonly status_code?: number}};
	readonly source?: {readonly address?: string};
	readonly process?: {readonly pid?: number};
};

/** The zone that the truth takes for times without one. */
const elasticZones = {apache: '+02:00', nginx: 'UTC'} as const;

/** Each line that the truth quotes, read by itself. */
function elasticScores(product: 'apache' | 'nginx'): readonly Score[] {
	const root = `elastic-package/${product}/data_stream/`;
	const truths = readdirSync(fileOf(root), {recursive: true, encoding: 'utf8'})
		.filter(path => path.endsWith('-expected.json'))
		.flatMap(path => (JSON.parse(textIn(`${root}${path}`)) as {expected: ReadonlyArray<ElasticTruth | undefined>}).expected)
		.filter(truth => truth?.event?.original !== undefined)
		.map(truth => ({truth: truth!, event: readLog(new TextEncoder().encode(truth!.event!.original), Date.now(), elasticZones[product])[0]}));
	const facts: ReadonlyArray<readonly [fact: string, truth: (truth: ElasticTruth) => unknown, read: (event: Told | undefined) => unknown]> = [
		['time', truth => Date.parse(truth['@timestamp']), event => Date.parse(event?.time ?? '')],
		['level', truth => truth.log?.level, event => event?.severityWord],
		['method', truth => truth.http?.request?.method?.toUpperCase(), event => fieldOf(event, 'method')],
		['url', truth => truth.url?.original, event => fieldOf(event, 'url')],
		['status', truth => truth.http?.response?.status_code?.toString(), event => fieldOf(event, 'status')],
		['address', truth => truth.source?.address, event => event?.devices?.[0]],
		['pid', truth => truth.process?.pid?.toString(), event => fieldOf(event, 'pid')],
	];
	return facts.map(([fact, truthOf, readOf]) => score(`elastic ${product}`, fact, truths.filter(({truth}) => truthOf(truth) !== undefined).map(({truth, event}) => [readOf(event), truthOf(truth)])));
}

type PantherRow = {readonly log: Readonly<Record<string, unknown>>};

/** Whether an event that says who, what, when or how it ended was read so. */
function pantherScores(): readonly Score[] {
	const lines = textIn('panther/azure_entra_events.ndjson').trim().split('\n');
	const rows = lines.map(line => {
		const {log} = JSON.parse(line) as PantherRow;
		return {values: new Map(leavesOf(log).map(([path, value]) => [path.toLowerCase(), value])), event: readLog(new TextEncoder().encode(JSON.stringify(log)), Date.now())[0]};
	});
	const present = (paths: readonly string[], read: (event: Told | undefined) => unknown) =>
		rows.filter(({values}) => paths.some(path => values.get(path) !== undefined)).map(({event}) => [read(event) !== undefined, true] as const);
	return [
		score('panther', 'time', present(['time', 'creationtime', 'createddatetime'], event => event?.time)),
		score('panther', 'actor', present([
			'properties.initiatedby.user.userprincipalname',
			'properties.userprincipalname',
			'properties.serviceprincipalname',
			'userid',
			'identity.claims.name',
			'identity',
			'identity.claims.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn',
		], event => event?.user)),
		score('panther', 'action word', present(['operationname', 'operation', 'properties.activitydisplayname'], event => event?.fields.sourceAction ?? event?.fields.operation)),
		score('panther', 'result', present(['properties.result', 'properties.status.errorcode'], event => event?.result)),
		score('panther', 'address', present(['calleripaddress', 'properties.ipaddress', 'clientip'], event => event?.devices)),
	];
}

function leavesOf(value: unknown, path = ''): Array<readonly [string, unknown]> {
	if (value === null || value === '' || Array.isArray(value)) {
		return [];
	}

	return typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`)) : [[path, value]];
}

function entraTimeScores(): readonly Score[] {
	const rows = textIn('entra_time_formats.tsv').trim().split('\n').slice(1).map(line => line.split('\t'));
	return [score('entra times', 'instant', rows.map(([spelling, instant]) => {
		const [event] = readLog(new TextEncoder().encode(JSON.stringify({time: spelling, operationName: 'Add user', category: 'AuditLogs'})), Date.now());
		return [Date.parse(event?.time ?? ''), Date.parse(instant!)];
	}))];
}

/** How many events each of lnav's odd logs has, and how many of them have a time of their own. */
const lnav: ReadonlyArray<readonly [file: string, events: number, timed: number]> = [
	['logfile_access_log.0', 3, 3],
	['logfile_access_log.1', 1, 1],
	['logfile_bad_access_log.0', 3, 3],
	['logfile_bad_syslog.0', 4, 4],
	['logfile_bro_conn.log.0', 92, 92],
	['logfile_crlf.0', 2, 2],
	['logfile_dst.0', 10, 10],
	['logfile_empty.0', 0, 0],
	['logfile_epoch.0', 2, 2],
	['logfile_generic.0', 2, 2],
	['logfile_generic.1', 2, 2],
	['logfile_generic.2', 2, 2],
	['logfile_java.0', 20, 20],
	['logfile_journald.json', 2, 2],
	['logfile_logfmt.0', 5, 5],
	['logfile_postgres.0', 21, 21],
	['logfile_rollover.1', 5, 5],
	['logfile_syslog.0', 4, 4],
	['logfile_syslog.1', 4, 4],
	['logfile_syslog.2', 3, 3],
];

function lnavScores(): readonly Score[] {
	const read = lnav.map(([file, events, timed]) => ({told: readLog(bytesIn(`lnav/${file}`), Date.UTC(2026, 0)), events, timed}));
	return [
		score('lnav', 'events', read.map(({told, events}) => [told.length, events])),
		score('lnav', 'times', read.map(({told, timed}) => [told.filter(({time}) => time !== undefined).length, timed])),
	];
}
