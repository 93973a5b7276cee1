import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {foreignText} from '../../domain/foreign.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {afterSpaces, ascii, bytesOf, isDigit, latinText, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {syslogHeads} from '../time/heads.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import {pairKeys, PairList} from '../bytes/pair-list.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {Stamp} from '../time/stamp.ts';
import type {Codes} from '../vocabulary/action-codes.ts';
import {addAuditFields} from './audit-fields.ts';
import {AuditHeader, isSearchMark} from './audit-header.ts';
import {readAuditPairs} from './audit-pairs.ts';
import {AuditSerials} from './audit-serials.ts';
import {type AuditType, auditTypes, otherCall, otherType, systemCalls} from './audit-types.ts';
import {auditValue} from './audit-values.ts';
import {auditResults as results, nobody} from './audit-words.ts';
import {freeAuditNumbers} from './free-audit-numbers.ts';

/** The Linux audit log. All records of one serial are one event. */
export const auditd: Format = {
	name: 'auditd',
	title: 'Linux audit (auditd)',
	framing: 'line',
	heads: `tn${syslogHeads}`,
	marks: '=',
	hasHeaders: true,
	hasRecordsWithoutHeaders: true,
	headerHeads: '-t',
	open: kit => new AuditdReader(kit),
};

const keys = {
	auid: jsonKey('auid'), acct: jsonKey('acct'), address: jsonKey('addr'), arch: jsonKey('arch'), syscall: jsonKey('syscall'),
};

const resultKeys = pairKeys('res', 'success', 'result', 'apparmor');

class AuditdReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #pairs = new PairList();
	readonly #serials = new AuditSerials();
	readonly #systemCalls = new ByteMemory<Codes>();
	readonly #header = new AuditHeader();
	#type: AuditType = otherType;
	/** Whether a line of dashes is `ausearch`'s: the first that comes may be, the others where records stand between them. */
	#mayBeSearched = true;
	/** What was searched for is no sequence: the serials between are those that nobody asked for. */
	#isSearched = false;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, (bytes, start, end, stamp) => this.#readMoment(bytes, start, end, stamp), {freeRuns: bytes => freeAuditNumbers(this.#pairs, bytes)});
	}

	#readMoment(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		const isRead = this.#header.readMoment(bytes, start, end, stamp);
		this.#mayBeSearched ||= isRead;
		return isRead;
	}

	/** The date of syslog before a record hangs on its numbers. */
	#takeMoment(bytes: Uint8Array): void {
		const {momentStart, typeStart, typeEnd, isRelayed, isInterpreted} = this.#header;
		if (isRelayed) {
			this.time.forget();
		} else {
			this.time.take(momentStart, this.#stamp.end);
		}

		// The daemon numbers its own events by a count of its own, and syslog may leave lines out.
		const hasCount = !isRelayed && !isInterpreted && !isWordAt(bytes, typeStart, typeEnd, daemonHead);
		this.time.aside = (2 * this.#type.weight) + (hasCount ? 1 : 0);
	}

	#readResult(bytes: Uint8Array, draft: EventDraft): void {
		const pairs = this.#pairs;
		const pair = pairs.findAny(resultKeys);
		const verdict = isWordAt(bytes, this.#header.bodyStart, bytes.length, accessVector) ? afterSpaces(bytes, this.#header.bodyStart + accessVector.length, bytes.length) : -1;
		draft.result = pair < 0 ? verdictAt(bytes, verdict) : results.find(bytes, pairs.starts[pair]!, pairs.ends[pair]!) ?? 0;
	}

	#readAction(bytes: Uint8Array, draft: EventDraft): void {
		const {action, failed, category} = this.#type;
		draft.action = draft.result === resultCode.failure ? failed : action;
		draft.category = category;
		const syscall = this.#pairs.find(keys.syscall);
		if (!(syscall >= 0)) {
			return;
		}

		const call = this.#systemCall(bytes, syscall);
		draft.action = call.action;
		draft.category = call.category;
	}

	/** Remembered by the bytes from the one to the other: machines make few different calls that are watched. */
	#systemCall(bytes: Uint8Array, syscall: number): Codes {
		const {starts, ends} = this.#pairs;
		const arch = this.#pairs.find(keys.arch);
		const start = arch < 0 ? starts[syscall]! : Math.min(starts[arch]!, starts[syscall]!);
		const end = arch < 0 ? ends[syscall]! : Math.max(ends[arch]!, ends[syscall]!);
		return this.#systemCalls.find(bytes, start, end) ?? this.#systemCalls.remember(bytes, start, end, this.#codesOfCall(bytes, syscall, arch));
	}

	#codesOfCall(bytes: Uint8Array, syscall: number, arch: number): Codes {
		const {starts, ends} = this.#pairs;
		const number = latinText(bytes, starts[syscall]!, ends[syscall]!);
		return systemCalls.get(arch < 0 ? number : `${latinText(bytes, starts[arch]!, ends[arch]!)}:${number}`) ?? systemCalls.get(number) ?? otherCall;
	}

	/** Who was logged in when it happened; where nobody was yet, the account that was tried. Names come before numbers. */
	#readUser(bytes: Uint8Array, draft: EventDraft): void {
		const account = this.#pairs.find(keys.acct);
		if (this.#isSomebody(bytes, this.#named(bytes, keys.auid), draft) || this.#isSomebody(bytes, account, draft)) {
			return;
		}

		// Older kernels tell who a session becomes as `old auid=4294967295 new auid=1000`.
		this.#isSomebody(bytes, this.#pairs.findLast(keys.auid), draft);
	}

	/** Takes the pair's value as the user, if it names one. Only accounts are ever written in hex. */
	#isSomebody(bytes: Uint8Array, pair: number, draft: EventDraft): boolean {
		if (pair < 0) {
			return false;
		}

		const pairs = this.#pairs;
		draft.user.set(bytes, pairs.starts[pair]!, pairs.ends[pair]!);
		if (!pairs.isQuoted(pair) && !this.#header.isInterpreted && pair === pairs.find(keys.acct)) {
			draft.user.setText(auditValue('acct', '', bytes, pairs.place(pair)));
		}

		if (nobody.find(draft.user.bytes, draft.user.start, draft.user.end) === undefined) {
			return true;
		}

		draft.user.clear();
		return false;
	}

	/** The pair of that name whose value is a name, which stands in quotes or where all is words; -1 where there is none. */
	#named(bytes: Uint8Array, key: JsonKey): number {
		const pair = this.#pairs.findLast(key);
		return pair >= 0 && (this.#pairs.isQuoted(pair) || this.#header.isInterpreted) && !isDigit(bytes[this.#pairs.starts[pair]!]) ? pair : -1;
	}

	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return isSearchMark(bytes, start, end);
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		const isDashed = bytes[start] === ascii.minus;
		if (!isSearchMark(bytes, start, end) || (isDashed && !this.#mayBeSearched)) {
			return false;
		}

		this.#mayBeSearched = !isDashed;
		this.#isSearched = true;
		return true;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#header.read(bytes, start, end, this.#stamp)) {
			return false;
		}

		this.#mayBeSearched = true;
		this.#stamp.giveTo(draft);
		readAuditPairs(this.#pairs, bytes, this.#header.bodyStart, end);
		this.#type = auditTypes.find(bytes, this.#header.typeStart, this.#header.typeEnd) ?? otherType;
		this.#takeMoment(bytes);
		draft.host.set(bytes, this.#header.hostStart, this.#header.hostEnd);
		draft.type.set(bytes, this.#header.typeStart, this.#header.typeEnd);
		this.#readResult(bytes, draft);
		this.#readAction(bytes, draft);
		this.#readUser(bytes, draft);
		const address = this.#pairs.find(keys.address);
		if (address >= 0) {
			addDevicesIn(draft, bytes, this.#pairs.starts[address]!, this.#pairs.ends[address]!);
		}

		return true;
	}

	/** Serial and milliseconds together: after a reboot serials begin again. The rest is taken by hand: `%` of what is no small integer takes ten times as long. */
	joinKey(): number {
		const millis = Math.floor(this.#stamp.micros / 1000);
		return ((millis - (Math.floor(millis / 1_048_576) * 1_048_576)) * 4_294_967_296) + this.#header.serial + 1;
	}

	joinWeight(): number {
		return this.time.aside >> 1;
	}

	missing(): string | undefined {
		return (this.time.aside & 1) === 1 && !this.#isSearched ? this.#serials.see(this.#header.serial, this.#stamp.micros) : undefined;
	}

	missingAtEnd(): string | undefined {
		return this.#serials.tellRest();
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields: Field[] = [];
		const texts: string[] = [];
		for (let start = 0; start < bytes.length;) {
			const newline = nextByte(bytes, ascii.newline, start, bytes.length);
			const end = newline < 0 ? bytes.length : newline;
			if (this.#header.read(bytes, start, end, this.#stamp)) {
				texts.push(decodeForeign(bytes, this.#header.bodyStart, end));
				readAuditPairs(this.#pairs, bytes, this.#header.bodyStart, end);
				addAuditFields(fields, {bytes, pairs: this.#pairs, type: decodeForeign(bytes, this.#header.typeStart, this.#header.typeEnd), serial: this.#header.serial, isInterpreted: this.#header.isInterpreted});
			}

			start = end + 1;
		}

		return {message: foreignText(texts.join('\n')), severityWord: undefined, fields};
	}
}

/** SELinux: `avc:  denied  { read }`. */
const accessVector = bytesOf('avc: ');
const verdictAt = (bytes: Uint8Array, at: number): number => at < 0 ? resultCode.none : resultOfWord(bytes, at, wordEnd(bytes, at, bytes.length));

const daemonHead = bytesOf('DAEMON_');
