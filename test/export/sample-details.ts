import {Buffer} from 'node:buffer';
import {foreignText} from '../../source/domain/foreign.ts';
import type {EventDetails, EventRow} from '../../source/engine/engine.ts';
import {encodeForeign} from '../../source/text/foreign.ts';

/** A password reset as the engine answers it, with what a test changes. */
export function details(change: Partial<Omit<EventDetails, 'row'>> & {readonly row?: Partial<EventRow>} = {}): EventDetails {
	const raw = '2026-03-03 09:06:52,562 [exec-9] INFO  audit- Password reset: userName=dana.admin';
	return {
		groups: [],
		severityWord: foreignText('INFO'),
		sourcePath: foreignText('logs/mgmt-audit.log'),
		generationPath: foreignText('logs/mgmt-audit.log'),
		fields: [{name: 'userName', value: foreignText('dana.admin')}],
		message: foreignText('Password reset: userName=dana.admin'),
		raw: Buffer.from(raw),
		rawMissing: undefined,
		...change,
		row: {...resetRow, ...change.row},
	};
}

/** The same with another message and, unless given, the bytes of that message. */
export const saying = (text: string, raw: Uint8Array = encodeForeign(foreignText(text))): EventDetails => details({message: foreignText(text), raw});

/** The same done by somebody else. */
export const doneBy = (user: string): EventDetails => details({row: {user: foreignText(user)}});

/** A hole between two generations. */
export const gap = (): EventDetails => details({
	row: {kind: 'gap', format: '', message: foreignText('about 52 kB missed')},
	severityWord: undefined,
	fields: [],
	message: foreignText('about 52 kB missed between 10:11:12 and 10:11:15'),
	raw: undefined,
});

export const nameOf = () => foreignText('mgmt-audit.log');

const resetRow: EventRow = {
	id: 7,
	kind: 'event',
	time: {micros: 1_772_528_812_562_000, nanos: 0, digits: 3},
	isTimeBorrowed: false,
	severity: 'info',
	category: 'user-operation',
	action: 'password-reset',
	result: 'none',
	type: foreignText('Password reset'),
	user: foreignText('dana.admin'),
	devices: [],
	host: undefined,
	source: 0,
	generation: 1,
	generationOrdinal: 2,
	offsetBytes: 411,
	lengthBytes: 81,
	format: 'audit-log',
	message: foreignText('Password reset: userName=dana.admin'),
	briefFrom: 0,
	gist: foreignText(''),
	messageLength: 35,
	isProvisional: false,
	isLate: false,
	isHit: false,
	hits: [],
};
