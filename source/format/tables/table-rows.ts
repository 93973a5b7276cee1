import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {codesOfName} from '../alerts/alert-actions.ts';
import {alertSeverity} from '../alerts/alert-fields.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii} from '../bytes/byte-text.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from '../cloud/cloud-codes.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {LineTime} from '../line-memory/line-time.ts';
import {readCloudTime} from '../time/find-time.ts';
import type {RecordFacts} from '../format.ts';
import {readActor, sentenceFields} from '../appliance/sensor-sentences.ts';
import {type EventTypeCodes, eventTypeCodes} from '../appliance/sensor-timeline.ts';
import type {Stamp} from '../time/stamp.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {codesOfWords} from '../vocabulary/action-words.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {codesOfWindowsEvent, resultOfWindowsEvent} from '../windows/windows-events.ts';
import {PersonInObject} from './person-in-object.ts';
import type {TableCells} from './table-cells.ts';
import type {TableColumns} from './table-columns.ts';
import {TableMessages} from './table-messages.ts';

const loginFailed = actionCode('login-failed');
const raised = codesOf('alert-raised');
const reported = codesOf('none', 'system');

/** Reads the rows of tables whose columns are known, whatever keeps their cells. */
export class TableRows {
	readonly #stamp: Stamp;
	readonly #cells: TableCells;
	readonly #content = new ByteRun();
	readonly #messages: TableMessages;
	readonly #person = new PersonInObject();
	/** What the sensor's event type of the record read last says. */
	#typeCodes: EventTypeCodes | undefined;
	/** Where the time of the row read last lay. */
	#timeStart = 0;
	#timeEnd = 0;
	/** Whether a number in the row read last says more than that it is one. */
	#isToldByNumber = false;

	constructor(stamp: Stamp, cells: TableCells) {
		this.#stamp = stamp;
		this.#cells = cells;
		this.#messages = new TableMessages(cells);
	}

	/** The first of the cells that holds a time. */
	#readTime(bytes: Uint8Array, cells: readonly number[]): boolean {
		const {starts, ends} = this.#cells;
		for (const cell of cells) {
			if (this.#cells.has(cell) && readCloudTime(bytes, starts[cell]!, ends[cell]!, this.#stamp)) {
				this.#timeStart = starts[cell]!;
				this.#timeEnd = this.#stamp.end;
				return true;
			}
		}

		return false;
	}

	/** A sensor's event type says all, and the number of one of Windows' events; else the name of the activity. */
	#codesOf(bytes: Uint8Array, columns: TableColumns, result: number): Codes | undefined {
		const {starts, ends} = this.#cells;
		const number = this.#first(columns.windowsEvent);
		if (this.#typeCodes !== undefined || number >= 0) {
			return this.#typeCodes ?? codesOfWindowsEvent(bytes, starts[number]!, ends[number]!);
		}

		const activity = this.#first(columns.activity);
		if (columns.isOfAlerts) {
			return (activity < 0 ? this.#codesOfReport(bytes, columns) : codesOfName(bytes, starts[activity]!, ends[activity]!, result)) ?? raised;
		}

		// Some keep there how it was asked for, as an object.
		const deed = activity >= 0 && bytes[starts[activity]!] !== ascii.openBrace ? activity : this.#first(columns.type);
		return deed < 0 ? undefined : this.#codesOfActivity(bytes, deed, result);
	}

	/** What a device reports under no name is an alert only where it is not in its own words, which are then asked. */
	#codesOfReport(bytes: Uint8Array, columns: TableColumns): Codes | undefined {
		return this.#isReport(bytes, columns, this.messageOf(columns)) ? reported : undefined;
	}

	/** Whether a row of alerts has no name but a message that says by a tag which of its device's it is: `%ASA-6-605004: Login denied`. */
	#isReport(bytes: Uint8Array, {isOfAlerts, activity}: TableColumns, message: number): boolean {
		return isOfAlerts && message >= 0 && this.#first(activity) < 0 && bytes[this.#cells.starts[message]!] === ascii.percent;
	}

	/** Clouds have names of their own for what was done; a table that somebody made has words that any program may write. */
	#codesOfActivity(bytes: Uint8Array, activity: number, result: number): Codes {
		const {starts, ends} = this.#cells;
		const ofCloud = cloudCodesOf(bytes, starts[activity]!, ends[activity]!, result);
		const inWords = ofCloud.action === 0 ? codesOfWords(bytes, starts[activity]!, ends[activity]!, result) : undefined;
		return inWords === undefined || inWords.action === 0 ? ofCloud : inWords;
	}

	#readCodes(bytes: Uint8Array, columns: TableColumns, draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		const severity = this.#first(columns.severity);
		const type = this.#first(columns.type);
		const activity = this.#first(columns.activity);
		const number = this.#first(columns.windowsEvent);
		const severityOf = columns.isOfAlerts ? alertSeverity : cloudSeverityOf;
		draft.severity = severity < 0 ? 0 : severityOf(bytes, starts[severity]!, ends[severity]!);
		this.#readResult(bytes, columns.result, draft);
		this.#typeCodes = type < 0 ? undefined : eventTypeCodes.find(bytes, starts[type]!, ends[type]!);
		const codes = this.#codesOf(bytes, columns, draft.result);
		draft.result ||= number < 0 ? 0 : resultOfWindowsEvent(bytes, starts[number]!, ends[number]!);
		draft.action = codes?.action ?? 0;
		draft.result ||= draft.action === loginFailed ? resultCode.failure : 0;
		this.#setRun(draft.type, bytes, [number, type, activity].find(cell => cell >= 0) ?? -1);
		draft.category = codes?.category ?? categoryCode.other;
	}

	/** What the first cell says that tells how it ended: some hold objects, or a word for nothing. */
	#readResult(bytes: Uint8Array, cells: readonly number[], draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		draft.result = 0;
		for (const cell of cells) {
			draft.result ||= this.#cells.has(cell) ? cloudResultOf(bytes, starts[cell]!, ends[cell]!) || resultOfWord(bytes, starts[cell]!, ends[cell]!) : 0;
		}
	}

	/** The cell of a message that is asked for what happened, because nothing else tells; -1 where there is none. */
	#telling(bytes: Uint8Array, columns: TableColumns, message: number): number {
		return this.#isReport(bytes, columns, message) ? message : this.#unnamed(columns, message);
	}

	#unnamed(columns: TableColumns, message: number): number {
		return columns.isOfAlerts || this.#first(columns.deeds) >= 0 ? -1 : message;
	}

	#readMessage(bytes: Uint8Array, columns: TableColumns, message: number, draft: EventDraft): void {
		const telling = this.#telling(bytes, columns, message);
		this.#isToldByNumber = telling >= 0 && this.#messages.read(bytes, telling, this.#first(columns.program), draft);
	}

	/** The first of the cells that is not empty, or -1. Asked for each meaning of each record. */
	#first(cells: readonly number[]): number {
		for (const cell of cells) {
			if (this.#cells.has(cell)) {
				return cell;
			}
		}

		return -1;
	}

	#setRun(run: ByteRun, bytes: Uint8Array, cell: number): void {
		if (cell >= 0) {
			this.#cells.setRun(run, bytes, cell);
		}
	}

	#addDevices(draft: EventDraft, bytes: Uint8Array, cell: number): void {
		if (cell >= 0 && this.#cells.has(cell)) {
			addDevicesIn(draft, bytes, this.#cells.starts[cell]!, this.#cells.ends[cell]!);
		}
	}

	/** The export of a sensor's timeline, as its API, leaves the column for it mostly empty. */
	#readActor(bytes: Uint8Array, content: number, draft: EventDraft): void {
		const sentences = this.#typeCodes?.sentences;
		if (sentences === undefined || content < 0 || draft.user.end > draft.user.start) {
			return;
		}

		this.#setRun(this.#content, bytes, content);
		readActor(sentences, this.#content, draft.user);
	}

	/** Windows' event viewer gives no heading to the last cell, the description. */
	messageOf(columns: TableColumns): number {
		const message = this.#first(columns.message);
		return message < 0 && this.#cells.has(columns.names.length) ? columns.names.length : message;
	}

	/** Fills the columns from the row whose cells were read; false where it has no time. */
	read(bytes: Uint8Array, columns: TableColumns, draft: EventDraft): boolean {
		if (!this.#readTime(bytes, columns.time)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		this.#readCodes(bytes, columns, draft);
		const message = this.messageOf(columns);
		this.#readMessage(bytes, columns, message, draft);
		this.#setRun(draft.user, bytes, this.#first(columns.user));
		this.#person.turnTo(draft.user);
		this.#setRun(draft.host, bytes, this.#first(columns.host));
		for (const cell of columns.devices) {
			this.#addDevices(draft, bytes, cell);
		}

		this.#addDevices(draft, bytes, message);
		this.#readActor(bytes, message, draft);
		return true;
	}

	/** Tells where the time of the row read last lies, unless none with other numbers is like it. */
	giveTime(time: LineTime): void {
		if (this.#isToldByNumber) {
			time.forget();
		} else {
			time.take(this.#timeStart, this.#timeEnd);
		}
	}

	/** Everything that the row whose cells were read says. */
	describe(bytes: Uint8Array, columns: TableColumns | undefined): RecordFacts {
		const message = columns === undefined ? -1 : this.messageOf(columns);
		const severity = this.#first(columns?.severity ?? []);
		const type = this.#first(columns?.type ?? []);
		const codes = type < 0 ? undefined : eventTypeCodes.find(bytes, this.#cells.starts[type]!, this.#cells.ends[type]!);
		const told = columns === undefined ? -1 : this.#telling(bytes, columns, message);
		const own = (columns?.names ?? []).flatMap((name, cell): Field[] =>
			cell === message || cell === severity || !this.#cells.has(cell) ? [] : addressAndPort({name, value: this.#cells.text(bytes, cell)}));
		return {
			message: message < 0 ? decodeForeign(bytes) : this.#cells.text(bytes, message),
			severityWord: severity < 0 ? undefined : this.#cells.text(bytes, severity),
			fields: [
				...own,
				...(told < 0 ? [] : this.#messages.fields(bytes, told, this.#first(columns!.program))).filter(({name}) => own.every(field => field.name !== name)),
				...(codes === undefined || message < 0 ? [] : sentenceFields(codes.sentences, this.#cells.text(bytes, message))),
			],
		};
	}
}
