import type {EventDraft} from '../../domain/event-draft.ts';
import {longestLineBytes} from '../../domain/limits.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {IntakeSink, SourceHints} from '../format.ts';
import {noTextIn} from './no-text.ts';
import {hasGapAtHead} from './nul-gaps.ts';

type FaultSink = Pick<IntakeSink, 'fault'>;

/** Tells what is wrong with a record of so many bytes although it became an event. */
export function tellFaults(sink: FaultSink, {fault}: EventDraft, lengthBytes: number): void {
	if (lengthBytes > longestLineBytes) {
		sink.fault('line-too-long', 'A line is longer than 1 MiB: only its beginning was read for fields, its raw bytes are complete.');
	}

	if (fault === 'time-unusable') {
		sink.fault('time-unusable', 'A record carries a time outside 1970 to 2255, or one that no calendar has: it stands at its neighbour\'s time.');
	}
}

/** Tells, once, that the years of dates without one are doubtful. */
export function tellYears(sink: FaultSink, hints: SourceHints): void {
	if (hints.hasYearGoneBack !== true) {
		return;
	}

	hints.hasYearGoneBack = false;
	sink.fault('year-unsure', 'Dates without a year fall back by a year where the calendar goes on, as in a copy that did not keep the time of its file: --year tells the year of the first.');
}

/** Tells that lines which seemed to be one record are not. */
export function tellDamage(sink: FaultSink): void {
	sink.fault('record-damaged', 'A record is incomplete or malformed: its lines are shown as they are.');
}

/** Tells that text was lost before the line. */
export function tellGap(sink: FaultSink, bytes: Uint8Array, lineStart: number, lineEnd: number): void {
	if (hasGapAtHead(bytes, lineStart, lineEnd)) {
		sink.fault('nul-bytes-skipped', 'NUL bytes are where lines were lost, as after a power failure: the lines after them are read, and each record keeps its bytes.');
	}
}

/** Tells that the file is not read as what it is: packed, of records in bytes, or text of other letters. `head` are its first bytes. */
export function tellNoText(sink: FaultSink, head: Uint8Array): void {
	const found = noTextIn(head);
	if (found !== undefined) {
		sink.fault('record-damaged', `The file seems to be ${found.what}: it is shown byte by byte. ${found.wayOut}`);
	}
}

/** Tells that a file of no newline holds lines all the same. `bytes` are all of it. */
export function tellLineEnds(sink: FaultSink, bytes: Uint8Array): void {
	const first = bytes.indexOf(ascii.carriageReturn);
	if (first !== -1 && bytes.includes(ascii.carriageReturn, first + 1) && !bytes.includes(ascii.newline)) {
		sink.fault('record-damaged', 'The file ends its lines with carriage returns alone: it is shown as one line. `tr "\\r" "\\n"` makes it readable.');
	}
}
