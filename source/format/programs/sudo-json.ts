import {resultCode} from '../../domain/result.ts';
import {type JsonLookup, jsonPaths} from '../json/json-lookup.ts';
import type {ToldCodes} from '../json/json-mapping.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {codesOf} from '../vocabulary/action-codes.ts';

/** What became of a command, told by the name of the object that holds the rest. */
const verdicts = [
	{name: 'accept', codes: {...codesOf('command-run'), result: resultCode.success}},
	{name: 'reject', codes: {...codesOf('privilege-refused'), result: resultCode.failure}},
	{name: 'alert', codes: {...codesOf('privilege-refused'), result: resultCode.failure}},
	{name: 'exit', codes: codesOf('none', 'user-operation')},
] as const;

/** In syslog they stand in an object `sudo`, in a file of its own by themselves. */
const placesOf = (name: string): readonly string[] => [`sudo > ${name}`, name];

const places = verdicts.flatMap(({name}) => placesOf(name));
const everywhere = (name: string): readonly string[] => places.map(place => `${place} > ${name}`);

/** Each has the time at which it was written. */
const written = 'server_time > seconds';
const verdictsAt = verdicts.map(({name, codes}) => ({codes, at: jsonPaths(...placesOf(name).map(place => `${place} > ${written}`))}));

const verdictIn = (lookup: JsonLookup): ToldCodes | undefined => verdictsAt.find(({at}) => lookup.find(at))?.codes;

/** What sudo writes where it is set to write JSON: to syslog behind `@cee:`, or to a file, an object a line (`format_json` in lib/eventlog/eventlog.c of sudo 1.9). */
export const sudoJson = mappedFormat({
	name: 'sudo-json',
	title: 'sudo as JSON',
	members: [['sudo'], ...verdicts.map(({name}) => [name])],
	isOwn: lookup => verdictIn(lookup) !== undefined,
	time: jsonPaths(...everywhere(written)),
	nanos: jsonPaths(...everywhere('server_time > nanoseconds')),
	user: jsonPaths(...everywhere('submituser')),
	host: jsonPaths(...everywhere('submithost')),
	devices: jsonPaths(...everywhere('peeraddr')),
	severity: jsonPaths(),
	result: jsonPaths(),
	action: jsonPaths(),
	severityOf: () => 0,
	resultOf: () => 0,
	codesIn: verdictIn,
	codesOf: () => codesOf('command-run'),
	defaultCategory: 'user-operation',
	message: places.map(place => `${place.replace(' > ', '.')}.command`),
	fieldNames: places.map(place => place.replace(' > ', '.')).flatMap((place): Array<[string, string]> => [
		[`${place}.submituser`, 'user'],
		[`${place}.runuser`, 'targetUser'],
		[`${place}.peeraddr`, 'sourceAddress'],
		[`${place}.command`, 'command'],
		[`${place}.submitcwd`, 'workingDirectory'],
		[`${place}.ttyname`, 'tty'],
		[`${place}.reason`, 'reason'],
	]),
});
