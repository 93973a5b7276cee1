import {ascii, beforeSpaces, bytesOf, isDash, isDigit, isLetter, isLetterOrDigit, isWordAt, lastWord, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {CitrixHeader, citrixTimeBytes, citrixZone} from './citrix-header.ts';
import {endOfData} from './structured-data.ts';
import {SunMark} from './syslog-marks.ts';

/** Where the parts of a syslog line lie. A run whose start is its end is absent. */
export class HeaderPlaces {
	readonly #sun = new SunMark();
	readonly #citrix = new CitrixHeader();
	/** 0..191, or -1. */
	priority = -1;
	/** Whether the line says when: RFC 5424 allows a dash for the time, and firewalls may be told to leave it out. */
	hasTime = true;
	timeStart = 0;
	hostStart = 0;
	hostEnd = 0;
	/** The system that passed the line on, where its header stands before the line's own. */
	relayStart = 0;
	relayEnd = 0;
	programStart = 0;
	programEnd = 0;
	pidStart = 0;
	pidEnd = 0;
	/** RFC 5424's, or the tag of a device under which one of its programs speaks. */
	messageIdStart = 0;
	messageIdEnd = 0;
	dataStart = 0;
	dataEnd = 0;
	messageStart = 0;
	/** Where what the program says ends: the line's end, but where the program is named behind it. */
	messageEnd = 0;

	/** A word may stand behind the number: `krb5kdc[2101](info)`. */
	#cutPid(bytes: Uint8Array): void {
		const open = nextByte(bytes, ascii.openBracket, this.programStart, this.programEnd);
		const close = open < 0 ? -1 : nextByte(bytes, ascii.closeBracket, open, this.programEnd);
		if (close < 0) {
			return;
		}

		this.pidStart = open + 1;
		this.pidEnd = close;
		this.programEnd = open;
	}

	/** Under the tag `%AUTHPRIV-3-SYSTEM_MSG` NX-OS passes on what its programs say, and names the program last: `Login failed for user admin - sshd[10021]`. */
	#cutSpeaker(bytes: Uint8Array, end: number): void {
		const dash = isWordAt(bytes, this.programEnd - passedOn.length, this.programEnd, passedOn) ? lastWord(bytes, speakerMark, this.messageStart, end) : -1;
		const start = dash + speakerMark.length;
		if (start === end || dash < 0 || wordEnd(bytes, start, end) < end) {
			return;
		}

		this.messageIdStart = this.programStart;
		this.messageIdEnd = this.programEnd;
		this.programStart = start;
		this.programEnd = end;
		this.messageEnd = dash;
		this.#cutPid(bytes);
	}

	#clearNils(bytes: Uint8Array): void {
		this.hostEnd = isDash(bytes, this.hostStart, this.hostEnd) ? this.hostStart : this.hostEnd;
		this.programEnd = isDash(bytes, this.programStart, this.programEnd) ? this.programStart : this.programEnd;
		this.pidEnd = isDash(bytes, this.pidStart, this.pidEnd) ? this.pidStart : this.pidEnd;
		this.messageIdEnd = isDash(bytes, this.messageIdStart, this.messageIdEnd) ? this.messageIdStart : this.messageIdEnd;
		this.dataEnd = isDash(bytes, this.dataStart, this.dataEnd) ? this.dataStart : this.dataEnd;
	}

	/** The tag from `start` to `colon`, or none where that is -1, and the message behind it. */
	protected takeTag(bytes: Uint8Array, start: number, colon: number, end: number): void {
		this.pidEnd = this.pidStart;
		this.programStart = start;
		this.programEnd = Math.max(colon, start);
		this.messageStart = colon < 0 ? start : afterOneSpace(bytes, colon + 1, end);
		this.messageEnd = end;
		if (colon < 0) {
			return;
		}

		this.#cutPid(bytes);
		if (bytes[start] !== ascii.percent) {
			return;
		}

		this.programEnd = beforeSpaces(bytes, start, this.programEnd);
		this.#cutSpeaker(bytes, end);
	}

	/**
	Host and tag as nearly all lines have them behind their time: ` gate-1 sshd[2101]: `, ` gate-1 kernel: `. Each byte is looked at once; false, with nothing taken, of
	whatever looks otherwise or may be something else: who knows all that may stand there is asked about it. Hot: bench/formats/read-sample.ts.
	*/
	protected takeUsual(bytes: Uint8Array, start: number, end: number): boolean {
		const hostStart = start + 1;
		const hostEnd = runEnd(bytes, hostStart, end, ofUsualHosts);
		const tag = hostEnd + 1;
		if (hostEnd === hostStart || bytes[start] !== ascii.space || bytes[hostEnd] !== ascii.space || !isLetterOrDigit(bytes[hostEnd - 1]!) || !isLetter(bytes[tag] ?? 0) || bytes[tag + 2] === ascii.slash) {
			return false;
		}

		const nameEnd = runEnd(bytes, tag, Math.min(end, tag + longestUsualBytes), ofUsualTags);
		const pidStart = bytes[nameEnd] === ascii.openBracket ? nameEnd + 1 : nameEnd;
		const pidEnd = runEnd(bytes, pidStart, end, digits);
		const colon = pidStart === nameEnd ? nameEnd : pidEnd + 1;
		const isPid = pidStart === nameEnd || bytes[pidEnd] === ascii.closeBracket;
		// Behind the zone of Cisco's devices stands their tag.
		if (!isPid || colon + 2 >= end || bytes[colon] !== ascii.colon || bytes[colon + 1] !== ascii.space || bytes[colon + 2] === ascii.percent) {
			return false;
		}

		this.hostStart = hostStart;
		this.hostEnd = hostEnd;
		this.programStart = tag;
		this.programEnd = nameEnd;
		this.pidStart = pidStart;
		this.pidEnd = pidEnd;
		this.messageStart = colon + 2;
		this.messageEnd = end;
		return true;
	}

	/** RFC 5424's words behind the time: `host app procid msgid [data] text`. Whether the line has all of them. */
	protected takeWords(bytes: Uint8Array, start: number, end: number): boolean {
		this.hostStart = start;
		this.hostEnd = wordEnd(bytes, start, end);
		this.programStart = this.hostEnd + 1;
		this.programEnd = wordEnd(bytes, this.programStart, end);
		this.pidStart = this.programEnd + 1;
		this.pidEnd = wordEnd(bytes, this.pidStart, end);
		this.messageIdStart = this.pidEnd + 1;
		this.messageIdEnd = wordEnd(bytes, this.messageIdStart, end);
		this.dataStart = this.messageIdEnd + 1;
		if (this.dataStart > end || bytes[this.programStart] === ascii.openBrace) {
			return false;
		}

		this.dataEnd = endOfData(bytes, this.dataStart, end);
		this.messageStart = afterByteOrderMark(bytes, afterOneSpace(bytes, this.dataEnd, end), end);
		this.messageEnd = end;
		this.#clearNils(bytes);
		return true;
	}

	/** Citrix ADC's own header, behind its time. */
	protected takeCitrix(bytes: Uint8Array, start: number, end: number): boolean {
		const citrix = this.#citrix;
		if (!citrix.read(bytes, start, end)) {
			return false;
		}

		this.hostStart = citrix.hostStart;
		this.hostEnd = citrix.hostEnd;
		this.takeTag(bytes, citrix.featureStart, citrix.featureEnd, end);
		this.messageIdStart = citrix.eventStart;
		this.messageIdEnd = citrix.eventEnd;
		this.messageStart = citrix.eventStart;
		return true;
	}

	/** A relay's header before it tells the time too. What stands there otherwise is text. */
	protected takeRelayedCitrix(bytes: Uint8Array, start: number, end: number): boolean {
		this.takeCitrix(bytes, start + citrixTimeBytes + (isWordAt(bytes, start + citrixTimeBytes, end, citrixZone) ? citrixZone.length : 0), end);
		return true;
	}

	/** What Solaris' daemon puts before a message is none of it. */
	protected cutSunMark(bytes: Uint8Array, end: number): void {
		const start = this.#sun.read(bytes, this.messageStart, end);
		if (start === this.messageStart) {
			return;
		}

		this.messageIdStart = this.#sun.idStart;
		this.messageIdEnd = this.#sun.idEnd;
		this.priority = this.priority < 0 ? this.#sun.priority : this.priority;
		this.messageStart = start;
	}

	/** 0..7 of a tag such as `%ASA-6-302013` or `%SEC_LOGIN-SW2-5-LOGIN_SUCCESS`, or -1: the digit before its last part. */
	protected severityOfTag(bytes: Uint8Array): number {
		const isPassedOn = bytes[this.programStart] !== ascii.percent;
		const start = isPassedOn ? this.messageIdStart : this.programStart;
		const end = isPassedOn ? this.messageIdEnd : this.programEnd;
		if (bytes[start] === ascii.percent && bytes[start + 1] === ascii.percent) {
			const slash = nextByte(bytes, ascii.slash, start, end);
			return slash > 0 && bytes[slash + 2] === ascii.slash && isDigit(bytes[slash + 1]) ? bytes[slash + 1]! - ascii.zero : -1;
		}

		const dash = bytes[start] === ascii.percent ? lastWord(bytes, dashMark, start, end) : -1;
		return dash > start + 2 && bytes[dash - 2] === ascii.minus && isDigit(bytes[dash - 1]) ? bytes[dash - 1]! - ascii.zero : -1;
	}
}

/** A tag of a program that has one. */
const longestUsualBytes = 48;

const ofUsualHosts = Uint8Array.from({length: 256}, (_, byte) => isLetterOrDigit(byte) || '.-_'.includes(String.fromCharCode(byte)) ? 1 : 0);
const ofUsualTags = Uint8Array.from({length: 256}, (_, byte) => isLetterOrDigit(byte) || '.-_/()'.includes(String.fromCharCode(byte)) ? 1 : 0);
const digits = Uint8Array.from({length: 256}, (_, byte) => isDigit(byte) ? 1 : 0);

/** Where the run of bytes that begins there ends which the table has. */
function runEnd(bytes: Uint8Array, start: number, end: number, table: Uint8Array): number {
	let at = start;
	while (at < end && table[bytes[at]!] === 1) {
		at++;
	}

	return at;
}

const dashMark = bytesOf('-');
const passedOn = bytesOf('-SYSTEM_MSG');
const speakerMark = bytesOf(' - ');

const afterOneSpace = (bytes: Uint8Array, at: number, end: number): number => at < end && bytes[at] === ascii.space ? at + 1 : at;

const byteOrderMark = Uint8Array.of(0xEF, 0xBB, 0xBF);

/** It says that the text is UTF-8, and is no part of it (RFC 5424 section 6.4). */
const afterByteOrderMark = (bytes: Uint8Array, at: number, end: number): number => isWordAt(bytes, at, end, byteOrderMark) ? at + byteOrderMark.length : at;
