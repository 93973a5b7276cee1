import {afterSpaces, ascii, bytesOf, isDigit, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {Envelope} from '../alerts/envelope.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Stamp} from '../time/stamp.ts';
import {readEpochSeconds} from '../time/time-epoch.ts';
import {readMonthFirstTime as readAmericanTime} from '../time/time-slashed.ts';

const node = bytesOf('node=');
const type = bytesOf('type=');
const message = bytesOf('msg=');
const audit = bytesOf('audit(');
const kernelWord = bytesOf('audit: ');

/** What stands before the pairs of an audit record: `node=N type=T msg=audit(1772527805.341:3011): `, by itself or inside syslog. Reused. */
export class AuditHeader {
	readonly #envelope = new Envelope();
	/** The machine whose kernel wrote it; empty where the record does not say. */
	hostStart = 0;
	hostEnd = 0;
	typeStart = 0;
	typeEnd = 0;
	/** Where its time begins; the serial ends behind it. */
	momentStart = 0;
	serial = 0;
	bodyStart = 0;
	/** True of a record as `ausearch -i` interprets it: its time is a date, and users, arguments and addresses are words. */
	isInterpreted = false;
	/** True of a record that came through syslog: what went missing on its way was not lost by the audit system. */
	isRelayed = false;

	/** The host where the record begins, and answers where its `type=` stands; -1 where there is none. */
	#readHost(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
		this.hostStart = start;
		this.hostEnd = start;
		this.isRelayed = false;
		if (isWordAt(bytes, start, end, node)) {
			this.hostStart = start + node.length;
			this.hostEnd = wordEnd(bytes, this.hostStart, end);
			return this.hostEnd + 1;
		}

		if (isWordAt(bytes, start, end, type)) {
			return start;
		}

		this.isRelayed = this.#envelope.read(bytes, {start, end, mark: type}, stamp);
		const {hostStart, hostEnd} = this.#envelope;
		this.hostStart = isWordAt(bytes, hostStart, hostEnd, node) ? hostStart + node.length : hostStart;
		this.hostEnd = hostEnd;
		return this.isRelayed ? this.#envelope.start : -1;
	}

	/** Where the colon behind the time stands, which is then in `stamp`; -1 where there is none. */
	#endOfTime(bytes: Uint8Array, start: number, end: number, stamp: Stamp): number {
		this.isInterpreted = false;
		if (readEpochSeconds(bytes, start, end, stamp) && bytes[stamp.end] === ascii.colon) {
			return stamp.end;
		}

		const close = nextByte(bytes, ascii.closeParenthesis, start, Math.min(end, start + longestDateBytes));
		const colon = close < 0 ? -1 : lastByte(bytes, ascii.colon, start, close);
		this.isInterpreted = colon > start && (readAmericanTime(bytes, start, colon, stamp) || readAnyTime(bytes, start, colon, stamp)) && stamp.end === colon;
		return this.isInterpreted ? colon : -1;
	}

	/** Whether a record of Linux audit begins at `start`; its time is then in `stamp`. */
	read(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		const at = this.#readHost(bytes, start, end, stamp);
		if (at < 0 || !isWordAt(bytes, at, end, type)) {
			return false;
		}

		this.typeStart = at + type.length;
		this.typeEnd = wordEnd(bytes, this.typeStart, end);
		const mark = auditMark(bytes, this.typeEnd + 1, end);
		this.momentStart = mark + audit.length;
		if (mark < 0 || !this.readMoment(bytes, this.momentStart, end, stamp)) {
			return false;
		}

		this.bodyStart = afterColon(bytes, stamp.end + 1, end);
		return true;
	}

	/** What differs between records that are alike: when it was, and the serial behind that, `1772527805.341:3011`. The stamp ends behind both. */
	readMoment(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		const colon = this.#endOfTime(bytes, start, end, stamp);
		if (colon < 0) {
			return false;
		}

		stamp.end = colon + 1;
		this.serial = 0;
		while (stamp.end < end && isDigit(bytes[stamp.end])) {
			this.serial = (this.serial * 10) + bytes[stamp.end]! - ascii.zero;
			stamp.end++;
		}

		return bytes[stamp.end] === ascii.closeParenthesis;
	}
}

/** `03/03/2026 08:50:05.341:3011`, in the words of any locale. */
const longestDateBytes = 64;

const lastByte = (bytes: Uint8Array, byte: number, start: number, end: number): number => {
	const at = bytes.subarray(start, end).lastIndexOf(byte);
	return at === -1 ? -1 : start + at;
};

/** `: `, or ` : ` where the record is interpreted. */
const afterColon = (bytes: Uint8Array, at: number, end: number): number => {
	const colon = afterSpaces(bytes, Math.min(at, end), end);
	return bytes[colon] === ascii.colon ? afterSpaces(bytes, Math.min(colon + 1, end), end) : colon;
};

/** The kernel leaves `msg=` out where no daemon takes its records. */
function auditMark(bytes: Uint8Array, at: number, end: number): number {
	const mark = isWordAt(bytes, at, end, message) ? at + message.length : at;
	return isWordAt(bytes, mark, end, audit) ? mark : -1;
}

/** What `ausearch` puts before each event: a line of dashes, and the time in words unless the records are interpreted. */
export const isSearchMark = (bytes: Uint8Array, start: number, end: number): boolean =>
	isWordAt(bytes, start, end, searchedTime) || (end - start === dashes.length && isWordAt(bytes, start, end, dashes));

const dashes = bytesOf('----');
const searchedTime = bytesOf('time->');

/** Whether the message of a syslog line is an audit record. The kernel puts its clock and its own word before it: `[  970.699396] audit: type=`. */
export function isAuditMessage(bytes: Uint8Array, start: number, end: number): boolean {
	const clockEnd = bytes[start] === ascii.openBracket ? nextByte(bytes, ascii.closeBracket, start, end) + 1 : start;
	const word = afterSpaces(bytes, Math.max(clockEnd, start), end);
	const head = isWordAt(bytes, word, end, kernelWord) ? word + kernelWord.length : word;
	const at = isWordAt(bytes, head, end, node) ? wordEnd(bytes, head, end) + 1 : head;
	return isWordAt(bytes, at, end, type) && auditMark(bytes, wordEnd(bytes, at, end) + 1, end) > 0;
}
