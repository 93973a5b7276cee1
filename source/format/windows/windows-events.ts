import type {ActionId} from '../../domain/actions.ts';
import {type Result, resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {cloudSeverityOf} from '../cloud/cloud-codes.ts';
import {type JsonLookup, type JsonPath, jsonPath, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {WordTable} from '../bytes/word-table.ts';
import {codesOfProvider} from './own-numbers.ts';

/** Events that are actions of ours, by their number (Microsoft's "Events to monitor" and its pages on advanced auditing). */
const events: ReadonlyArray<readonly [action: ActionId, numbers: readonly string[], result?: Result]> = [
	['login', ['4624', '528', '540'], 'success'],
	['login-failed', ['4625', '4771', '529'], 'failure'],
	['logout', ['4634', '4647', '538']],
	['authenticated', ['4648', '4768', '4776']],
	['process-executed', ['4688', '592']],
	['user-created', ['4720', '624'], 'success'],
	['user-deleted', ['4726', '630'], 'success'],
	['user-changed', ['4722', '4725', '4738', '4740', '4767', '4781', '642']],
	['password-changed', ['4723', '627']],
	['password-reset', ['4724', '628']],
	['group-changed', ['4727', '4728', '4729', '4730', '4731', '4732', '4733', '4734', '4735', '4737', '4746', '4747', '4751', '4752', '4754', '4755', '4756', '4757', '4758']],
	['role-changed', ['4704', '4705', '4717', '4718']],
	['config-changed', ['1102', '104', '517', '4719', '4739', '4697', '7045', '4698', '4699', '4700', '4701', '4702', '4946', '4947', '4948', '4950']],
	['file-accessed', ['4656', '4663', '5140', '5145']],
	['connection', ['5156'], 'success'],
	['connection', ['5152', '5157'], 'failure'],
	['service-started', ['6005', '4608']],
	['service-stopped', ['6006', '6008', '1074', '4609']],
];

const known = new WordTable<Codes>(events.flatMap(([action, numbers]) => numbers.map(number => [number, codesOf(action)] as const)));
const results = new WordTable<number>([
	...events.flatMap(([, numbers, result]) => result === undefined ? [] : numbers.map(number => [number, resultCode[result]] as const)),
	['audit_success', resultCode.success],
	['audit_failure', resultCode.failure],
	// The keywords as the number they are in XML (winmeta.h): WINEVENT_KEYWORD_AUDIT_SUCCESS and its kin.
	['0x8020000000000000', resultCode.success],
	['0x8010000000000000', resultCode.failure],
	['audit success', resultCode.success],
	['audit failure', resultCode.failure],
]);
const other = codesOf('none', 'system');

/** What an event of that number did. */
export const codesOfWindowsEvent = (bytes: Uint8Array, start: number, end: number): Codes => known.find(bytes, start, end) ?? other;

/** How it ended, by its number, its keywords or a word for it; 0 where they do not say. */
export const resultOfWindowsEvent = (bytes: Uint8Array, start: number, end: number): number => results.find(bytes, start, end) ?? resultOfWord(bytes, start, end);

/** Where forwarders keep the same thing: winlogbeat, evtx dumps, NXLog, PowerShell. */
const dataPlaces = ['winlog > event_data > ', 'Event > EventData > ', 'EventData > ', 'ExtraEventData > ', ''];
const dataPaths = (...names: readonly string[]): string[] => names.flatMap(name => dataPlaces.map(place => place + name));

const speaker = jsonPaths('winlog > provider_name', 'Event > System > Provider > #attributes > Name', 'Event > System > Provider > @Name', 'Event > System > Provider > Name', 'SourceName', 'ProviderName', 'Provider', 'event > provider');
const numberPaths = ['winlog > event_id', 'Event > System > EventID', 'Event > System > EventID > #text', 'EventID', 'event > code', 'Id'];
const writers = ['SourceName', 'ProviderName', 'Provider', 'Channel', 'LogName'].map(name => jsonPath(name));
const [winlog, eventSystem, eventNumber, providerName, machine] = ['winlog', 'Event > System', 'EventID', 'ProviderName', 'MachineName'].map(path => jsonPath(path)) as [JsonPath, JsonPath, JsonPath, JsonPath, JsonPath];

const numbers = jsonPaths(...numberPaths);

function ownCodes(lookup: JsonLookup, bytes: Uint8Array): Codes | undefined {
	if (!lookup.find(speaker)) {
		return undefined;
	}

	const {start, end} = lookup;
	return lookup.find(numbers) ? codesOfProvider(bytes, {start, end}, lookup) : undefined;
}

/** Windows' events as JSON. Who signs in is the target of such an event; of any other, its subject acted. */
export const windowsEvents = mappedFormat({
	name: 'windows-events',
	title: 'Windows events (JSON of winlogbeat, evtx dumps, NXLog)',
	members: [['winlog'], ['Event'], ['EventID'], ['ProviderName', 'MachineName']],
	isOwn: lookup => lookup.has(winlog) || lookup.has(eventSystem) || (lookup.has(eventNumber) && writers.some(path => lookup.has(path)))
		|| (lookup.has(providerName) && lookup.has(machine)),
	time: jsonPaths(
		'Event > System > TimeCreated > #attributes > SystemTime',
		'Event > System > TimeCreated > @SystemTime',
		'Event > System > TimeCreated > SystemTime',
		// A collector's `@timestamp` may be when it read the event.
		'winlog > time_created',
		'@timestamp',
		'EventTime',
		'TimeCreated',
		'SystemTime',
		'timestamp',
		'TimeGenerated',
		'TimeGenerated [UTC]',
	),
	user: jsonPaths(...dataPaths('SubjectUserName', 'User'), 'winlog > user_data > SubjectUserName', 'winlog > user > name', 'user > name', 'AccountName', ...dataPaths('TargetUserName')),
	userOfLogin: jsonPaths(...dataPaths('TargetUserName', 'SubjectUserName'), 'user > name', 'AccountName'),
	host: jsonPaths('winlog > computer_name', 'Event > System > Computer', 'Hostname', 'Computer', 'MachineName', 'host > name'),
	devices: jsonPaths(...dataPaths('IpAddress', 'SourceAddress', 'DestAddress', 'SourceIp', 'DestinationIp')),
	severity: jsonPaths('log > level', 'winlog > level', 'Event > System > Level', 'Severity', 'LevelDisplayName', 'Level'),
	result: jsonPaths('event > outcome', 'EventType', 'winlog > keywords', 'Keywords', ...numberPaths),
	action: numbers,
	severityOf: cloudSeverityOf,
	resultOf: resultOfWindowsEvent,
	codesOf: codesOfWindowsEvent,
	codesIn: ownCodes,
	defaultCategory: 'system',
	message: ['message', 'Message'],
	fieldNames: [
		...numberPaths.map(path => [path.replaceAll(' > ', '.'), 'sourceAction'] as const),
		...dataPlaces.map(place => place.replaceAll(' > ', '.')).flatMap(prefix => [
			[`${prefix}TargetUserName`, 'targetUser'],
			[`${prefix}IpAddress`, 'sourceAddress'],
			[`${prefix}IpPort`, 'sourcePort'],
			[`${prefix}SourceAddress`, 'sourceAddress'],
			[`${prefix}DestAddress`, 'targetAddress'],
			[`${prefix}SourcePort`, 'sourcePort'],
			[`${prefix}DestPort`, 'targetPort'],
			[`${prefix}WorkstationName`, 'sourceHost'],
			[`${prefix}CommandLine`, 'command'],
			[`${prefix}NewProcessName`, 'executable'],
			[`${prefix}ProcessName`, 'executable'],
		] as const),
	],
});
