import type {Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {latinText} from '../bytes/byte-text.ts';
import type {PairList} from '../bytes/pair-list.ts';
import {auditValue, socketAddress} from './audit-values.ts';

/** One record of an audit event, its pairs read. */
type AuditRecord = {
	readonly bytes: Uint8Array;
	readonly pairs: PairList;
	readonly type: Foreign;
	readonly serial: number;
	/** Whether all that it says is words: nothing is hex then. */
	readonly isInterpreted: boolean;
};

/** Adds everything that a record says to the fields of its event, the serial once. */
export function addAuditFields(fields: Field[], {bytes, pairs, type, serial, isInterpreted}: AuditRecord): void {
	fields.push({name: 'sourceAction', value: type});
	if (fields.every(({name}) => name !== 'serial')) {
		fields.push({name: 'serial', value: foreignText(String(serial))});
	}

	for (let pair = 0; pair < pairs.count; pair++) {
		const name = latinText(bytes, pairs.keyStarts[pair]!, pairs.keyEnds[pair]!);
		const place = pairs.place(pair);
		if (place.end > place.start && !(place.end === place.start + 1 && bytes[place.start] === questionMark)) {
			fields.push({name: fieldNames.get(name) ?? name, value: auditValue(name, type, bytes, isInterpreted ? {...place, isQuoted: true} : place)});
		}

		const address = name === 'saddr' ? socketAddress(bytes, place.start, place.end) : undefined;
		if (address !== undefined) {
			fields.push({name: address[0], value: address[1]});
		}
	}
}

/** `addr=?`: the log says that it does not know. */
const questionMark = 0x3F;

/** Audit's own names for what other formats tell too. */
const fieldNames: ReadonlyMap<string, string> = new Map([
	['addr', 'sourceAddress'],
	['hostname', 'sourceHost'],
	['terminal', 'tty'],
	['exe', 'executable'],
	['comm', 'process'],
	['cmd', 'command'],
	['cwd', 'workingDirectory'],
	['name', 'path'],
	['ses', 'session'],
	['acct', 'account'],
	['AUID', 'auidName'],
	['UID', 'uidName'],
	['GID', 'gidName'],
	['EUID', 'euidName'],
	['ID', 'targetUser'],
]);
