import {Buffer} from 'node:buffer';
import {actions} from '../../source/domain/actions.ts';
import {categories} from '../../source/domain/category.ts';
import type {ByteRun, EventDraft} from '../../source/domain/event-draft.ts';
import {results} from '../../source/domain/result.ts';
import {severities} from '../../source/domain/severity.ts';
import {isoTime} from '../../source/domain/time.ts';
import type {Format, Intake, IntakeSink, SourceHints} from '../../source/format/format.ts';
import {formats} from '../../source/format/formats.ts';
import {type IntakeOptions, openIntake} from '../../source/format/intake/intake.ts';
import {decodeForeign} from '../../source/text/foreign.ts';

/** What a sink was given for one event, as plain values; absent is absent. */
export type CollectedEvent = {
	ranges: Array<{offset: number; length: number}>;
	format: string;
	columns: Columns;
	/** The source's own word for what happened; the fields tell it as `sourceAction`. */
	type: string | undefined;
	isProvisional?: true;
};

type Columns = {
	time?: string;
	severity?: string;
	category: string;
	action?: string;
	result?: string;
	user?: string;
	host?: string;
	devices?: string[];
};

export type Collected = {
	readonly events: CollectedEvent[];
	readonly missing: string[];
	readonly faults: string[];
	readonly intake: Intake;
};

/** 2026-04-03: a day after the newest of the samples was written. */
export const sampleTimeMs = Date.UTC(2026, 3, 3);

export const hintsAt = (modifiedMs: number, more: Partial<SourceHints> = {}): SourceHints =>
	({zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs, ...more});

/** Reads `content` in pieces of so many lines, as following gives them; one piece without that. `isOpen`: more may come. */
export function collect(content: Uint8Array, {hints = hintsAt(sampleTimeMs), options = {}, linesPerPush = Infinity, isOpen = false}: {
	hints?: SourceHints; options?: IntakeOptions; linesPerPush?: number; isOpen?: boolean;
} = {}): Collected {
	const {sink, collected} = collectingSink(options.formats ?? formats);
	const intake = openIntake(hints, options, sink);
	let start = 0;
	let pushStart = 0;
	for (let lines = 1; ; lines++) {
		const newline = content.indexOf(0x0A, start);
		if (newline === -1) {
			break;
		}

		start = newline + 1;
		if (lines % linesPerPush !== 0) {
			continue;
		}

		intake.push(content.slice(pushStart, start), pushStart);
		pushStart = start;
	}

	intake.push(content.slice(pushStart, start), pushStart);
	if (!isOpen) {
		intake.end(content.slice(start), start);
	}

	return {...collected, intake};
}

/** The record of an event, joined as `describe` wants it. */
export function recordOf(content: Uint8Array, {ranges}: CollectedEvent): Uint8Array {
	return Buffer.concat(ranges.flatMap(({offset, length}, index) =>
		[...(index === 0 ? [] : [Buffer.from('\n')]), content.subarray(offset, offset + length)]));
}

/** An event with everything its record says, as the expectations beside the fixtures are written. */
export function tellEvent(content: Uint8Array, {intake}: Collected, event: CollectedEvent) {
	const format = formats.findIndex(({name}) => name === event.format);
	const facts = intake.describe(format, recordOf(content, event));
	if (intake.message(format, recordOf(content, event)) !== facts.message) {
		throw new Error(`${event.format} tells another message where only the message is wanted`);
	}

	const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
	for (const {name, value} of facts.fields) {
		const before = fields[name];
		fields[name] = before === undefined ? value : [before, value].flat();
	}

	return {
		offset: event.ranges[0]!.offset,
		format: event.format,
		...event.columns,
		...(facts.severityWord !== undefined && {severityWord: facts.severityWord as string}),
		message: facts.message as string,
		...(facts.briefFrom && {brief: facts.message.slice(facts.briefFrom)}),
		fields,
	};
}

function collectingSink(table: readonly Format[]): {sink: IntakeSink; collected: {events: CollectedEvent[]; missing: string[]; faults: string[]}} {
	const events: CollectedEvent[] = [];
	const missing: string[] = [];
	const faults: string[] = [];
	const sink: IntakeSink = {
		add({draft, format, offsetBytes, lengthBytes, isProvisional}) {
			events.push({
				ranges: [{offset: offsetBytes, length: lengthBytes}], format: table[format]!.name, columns: columnsOf(draft), type: textOf(draft.type),
				...(isProvisional && {isProvisional}),
			});
			return events.length - 1;
		},
		extend(row, lengthBytes, draft) {
			events[row]!.ranges[0]!.length = lengthBytes;
			replaceColumns(events[row]!, draft);
		},
		attach(row, offsetBytes, lengthBytes, draft) {
			events[row]!.ranges.push({offset: offsetBytes, length: lengthBytes});
			replaceColumns(events[row]!, draft);
		},
		missing(sentence) {
			missing.push(sentence);
		},
		fault(type) {
			faults.push(type);
		},
	};
	return {sink, collected: {events, missing, faults}};
}

function replaceColumns(event: CollectedEvent, draft: EventDraft | undefined): void {
	if (draft === undefined) {
		return;
	}

	const {time} = event.columns;
	event.type = textOf(draft.type);
	event.columns = {...columnsOf(draft), ...(time !== undefined && {time})};
}

function columnsOf(draft: EventDraft): Columns {
	const columns = {
		time: Number.isNaN(draft.timeMicros) ? undefined : isoTime({micros: draft.timeMicros, nanos: draft.timeNanos, digits: draft.timeDigits}),
		severity: draft.severity === 0 ? undefined : severities[draft.severity],
		category: categories[draft.category]!,
		action: draft.action === 0 ? undefined : actions[draft.action]!.id,
		result: draft.result === 0 ? undefined : results[draft.result],
		user: textOf(draft.user),
		host: textOf(draft.host),
		devices: draft.deviceCount === 0 ? undefined : draft.devices.slice(0, draft.deviceCount).map(run => textOf(run)!),
	};
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns;
}

const textOf = ({bytes, start, end}: ByteRun): string | undefined => start === end ? undefined : decodeForeign(bytes, start, end);

/** A line of the console's audit log. */
export const auditLine = (text: string, second = 0): string => `2026-03-03 08:50:${String(second).padStart(2, '0')},000 [t] INFO  audit- ${text}`;
