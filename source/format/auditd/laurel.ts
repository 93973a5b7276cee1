import {resultCode} from '../../domain/result.ts';
import {latinText} from '../bytes/byte-text.ts';
import {type JsonLookup, jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import type {Codes} from '../vocabulary/action-codes.ts';
import {auditTypes, otherCall, systemCalls, tellingTypes} from './audit-types.ts';
import {auditResults, nobodies} from './audit-words.ts';

/** Records of users keep what the program said in a text of its own, which some versions take apart and others keep together. */
const within = (names: readonly string[]): readonly string[] => tellingTypes.flatMap(type => names.flatMap(name => [`${type} > ${name}`, `${type} > msg > ${name}`]));

const telling = jsonPaths(...tellingTypes);
const call = jsonPaths('SYSCALL > SYSCALL', 'SYSCALL > syscall');

/** What the event was: what its record of a user or a service says, and the system call where there is none but that. */
function codesIn(lookup: JsonLookup, bytes: Uint8Array, result: number): Codes {
	const type = lookup.present(telling).paths[0]?.key.word;
	const known = type === undefined ? undefined : auditTypes.find(type, 0, type.length);
	const ofCall = lookup.find(call) ? systemCalls.get(latinText(bytes, lookup.start, lookup.end)) : undefined;
	return known === undefined ? ofCall ?? otherCall : {action: result === resultCode.failure ? known.failed : known.action, category: known.category};
}

/**
The Linux audit log as LAUREL writes it: an event an object, its records by their types (github.com/threathunters-io/laurel, json-format.md). Names of
users and calls stand beside their numbers, in capitals.
*/
export const laurel = mappedFormat({
	name: 'laurel',
	title: 'Linux audit as JSON (LAUREL)',
	members: ['SYSCALL', ...tellingTypes].map(type => ['ID', type]),
	isOwn: (lookup, bytes) => lookup.find(serial) && bytes.subarray(lookup.start, lookup.end).includes(colon),
	time: jsonPaths('ID'),
	user: jsonPaths(...within(['AUID']), 'SYSCALL > AUID', ...within(['acct', 'auid']), 'SYSCALL > auid'),
	nobodies,
	host: jsonPaths('NODE'),
	devices: jsonPaths(...within(['addr']), 'SOCKADDR'),
	severity: jsonPaths(),
	result: jsonPaths(...within(['res']), 'SYSCALL > success'),
	action: jsonPaths(),
	severityOf: () => 0,
	resultOf: (bytes, start, end) => auditResults.find(bytes, start, end) ?? 0,
	codesIn,
	codesOf: () => otherCall,
	defaultCategory: 'system',
	message: [],
	fieldNames: [
		['ID', 'serial'],
		['CWD.cwd', 'workingDirectory'],
		['EXECVE.ARGV', 'command'],
		['PATH.name', 'path'],
		['SYSCALL.exe', 'executable'],
		['SYSCALL.comm', 'process'],
		['SYSCALL.tty', 'tty'],
		['SYSCALL.ses', 'session'],
		['SYSCALL.pid', 'pid'],
		...tellingTypes.flatMap(type => [type, `${type}.msg`]).flatMap((place): Array<[string, string]> => [
			[`${place}.addr`, 'sourceAddress'],
			[`${place}.hostname`, 'sourceHost'],
			[`${place}.terminal`, 'tty'],
			[`${place}.exe`, 'executable'],
			[`${place}.acct`, 'account'],
			[`${place}.cmd`, 'command'],
			[`${place}.cwd`, 'workingDirectory'],
			[`${place}.ses`, 'session'],
			[`${place}.pid`, 'pid'],
		]),
	],
});

const serial = jsonPaths('ID');
const colon = 0x3A;
