import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {severityCode} from '../../domain/severity.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isCapital, isDigit, isWordAt, nextByte, type Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochSeconds} from '../time/time-epoch.ts';
import {WordTable} from '../bytes/word-table.ts';

/** The event log of Nagios and its kin: `[1772527805] SERVICE ALERT: host;service;CRITICAL;SOFT;1;text`. */
export const nagios: Format = {
	name: 'nagios',
	title: 'Nagios event log',
	framing: 'line',
	heads: '[',
	marks: ';',
	open: kit => new NagiosReader(kit),
};

/** States of hosts and services, and what they mean on the one scale. */
const states = new WordTable<number>([
	...['OK', 'UP', 'RECOVERY'].map(state => [state, severityCode.info] as const),
	...['WARNING', 'UNKNOWN', 'FLAPPING'].map(state => [state, severityCode.notice] as const),
	...['CRITICAL', 'DOWN', 'UNREACHABLE'].map(state => [state, severityCode.alert] as const),
]);

const closed = bytesOf('] ');
const alert = bytesOf(' ALERT');
const external = bytesOf('EXTERNAL COMMAND');

/** Which part of a command names its author (the list of external commands in Nagios' manual). */
const authorParts = new WordTable<number>([
	['ADD_HOST_COMMENT', 3],
	['ADD_SVC_COMMENT', 4],
	['ACKNOWLEDGE_HOST_PROBLEM', 5],
	['ACKNOWLEDGE_SVC_PROBLEM', 6],
	['SCHEDULE_HOST_DOWNTIME', 7],
	['SCHEDULE_SVC_DOWNTIME', 8],
]);
const alertRaised = actionCode('alert-raised');

/** `SERVICE FLAPPING ALERT` and the other kinds are no longer. */
const longestKindBytes = 40;

/** In which of the first parts the state may stand: of a notification it is the fourth. */
const stateParts = 4;

class NagiosReader implements FormatReader {
	readonly #stamp: Stamp;
	#kindStart = 0;
	#kindEnd = 0;
	#stateStart = 0;
	#stateEnd = 0;
	#hostEnd = 0;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readEpochSeconds);
	}

	#readParts(bytes: Uint8Array, start: number, end: number): boolean {
		if (bytes[start] !== ascii.openBracket || !isDigit(bytes[start + 1]) || !readEpochSeconds(bytes, start + 1, end, this.#stamp) || !isWordAt(bytes, this.#stamp.end, end, closed)) {
			return false;
		}

		this.#kindStart = this.#stamp.end + closed.length;
		const colon = nextByte(bytes, ascii.colon, this.#kindStart, Math.min(end, this.#kindStart + longestKindBytes));
		this.#kindEnd = colon;
		this.#hostEnd = colon < 0 ? -1 : nextByte(bytes, ascii.semicolon, colon + 2, end);
		return this.#hostEnd >= 0 && isInCapitals(bytes, this.#kindStart, colon);
	}

	/** The severity of the first part that names a state. */
	#readState(bytes: Uint8Array, end: number): number {
		this.#stateStart = this.#kindEnd + 2;
		for (let part = 0; part < stateParts && this.#stateStart < end; part++) {
			const mark = nextByte(bytes, ascii.semicolon, this.#stateStart, end);
			this.#stateEnd = mark < 0 ? end : mark;
			const severity = states.find(bytes, this.#stateStart, this.#stateEnd);
			if (severity !== undefined) {
				return severity;
			}

			this.#stateStart = this.#stateEnd + 1;
		}

		return severityCode.none;
	}

	/** Who gave a command from outside, where it is one that names its author. */
	#readCommander(bytes: Uint8Array, end: number, draft: EventDraft): void {
		const {start, end: commandEnd} = partAt(bytes, this.#kindEnd + 2, end, 0);
		const authorPart = isWordAt(bytes, this.#kindStart, this.#kindEnd, external) ? authorParts.find(bytes, start, commandEnd) : undefined;
		if (authorPart === undefined) {
			return;
		}

		const author = partAt(bytes, start, end, authorPart);
		draft.user.set(bytes, author.start, author.end);
		draft.action = actionCode('alert-updated');
		draft.category = categoryCode['user-operation'];
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readParts(bytes, start, end)) {
			return false;
		}

		const isAlert = isWordAt(bytes, this.#kindEnd - alert.length, this.#kindEnd, alert);
		this.#stamp.giveTo(draft);
		this.time.take(start + 1, this.#stamp.end);
		draft.severity = this.#readState(bytes, end);
		draft.action = isAlert ? alertRaised : 0;
		draft.category = isAlert ? categoryCode.alert : categoryCode.system;
		draft.type.set(bytes, this.#kindStart, this.#kindEnd);
		this.#readCommander(bytes, end, draft);
		addDevicesIn(draft, bytes, this.#kindEnd, end);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readParts(bytes, 0, bytes.length);
		const hasState = this.#readState(bytes, bytes.length) > 0;
		const fields: Field[] = [
			{name: 'sourceAction', value: decodeForeign(bytes, this.#kindStart, this.#kindEnd)},
			{name: 'target', value: decodeForeign(bytes, this.#kindEnd + 2, this.#hostEnd)},
		];
		return {
			message: decodeForeign(bytes, this.#kindStart),
			severityWord: hasState ? decodeForeign(bytes, this.#stateStart, this.#stateEnd) : undefined,
			fields,
		};
	}
}

/** The part of a line that stands behind so many semicolons; empty where there are fewer. */
function partAt(bytes: Uint8Array, start: number, end: number, count: number): Run {
	let at = start;
	for (let part = 0; part < count; part++) {
		const mark = nextByte(bytes, ascii.semicolon, at, end);
		if (mark < 0) {
			return {start: end, end};
		}

		at = mark + 1;
	}

	const mark = nextByte(bytes, ascii.semicolon, at, end);
	return {start: at, end: mark < 0 ? end : mark};
}

function isInCapitals(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (bytes[at] !== ascii.space && !isCapital(bytes[at])) {
			return false;
		}
	}

	return end > start;
}
