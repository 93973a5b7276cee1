import {Buffer} from 'node:buffer';
import type {EventDraft} from '../../domain/event-draft.ts';
import {longestLineBytes} from '../../domain/limits.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {IntakeSink} from '../format.ts';
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

/** Tells that the file is not read as what it says: text of two or four bytes a character, as some of Windows' tools write it. `head` are its first bytes. */
export function tellEncoding(sink: FaultSink, head: Uint8Array): void {
	const encoding = encodingOf(head);
	if (encoding !== undefined) {
		sink.fault('record-damaged', `The file seems to be ${encoding}: it is shown byte by byte. \`iconv -f ${encoding} -t UTF-8\` makes it readable.`);
	}
}

/** Tells that a file of no newline holds lines all the same. `bytes` are all of it. */
export function tellLineEnds(sink: FaultSink, bytes: Uint8Array): void {
	const first = bytes.indexOf(ascii.carriageReturn);
	if (first !== -1 && bytes.includes(ascii.carriageReturn, first + 1) && !bytes.includes(ascii.newline)) {
		sink.fault('record-damaged', 'The file ends its lines with carriage returns alone: it is shown as one line. `tr "\\r" "\\n"` makes it readable.');
	}
}

function encodingOf(head: Uint8Array): 'UTF-32' | 'UTF-16' | undefined {
	if (hasWidestMark(head)) {
		return 'UTF-32';
	}

	return hasWideMark(head) || hasWideText(head) ? 'UTF-16' : undefined;
}

/** The byte order mark of UTF-32, in either order: the one of UTF-16, with two NULs before or behind it. */
const hasWidestMark = (head: Uint8Array): boolean => ['fffe0000', '0000feff'].includes(Buffer.from(head.subarray(0, 4)).toString('hex'));

/** The byte order mark of UTF-16, in either order (RFC 2781). */
const hasWideMark = ({0: first, 1: second}: Uint8Array): boolean => (first === 0xFF && second === 0xFE) || (first === 0xFE && second === 0xFF);

/** So many characters of ASCII in a row, each with a NUL beside it, are no accident. */
const fewestWide = 8;

function hasWideText(head: Uint8Array): boolean {
	const pairs = Array.from({length: fewestWide}, (_, pair) => [head[pair * 2], head[(pair * 2) + 1]] as const);
	return pairs.every(([one, other]) => one === 0 && other !== 0) || pairs.every(([one, other]) => one !== 0 && other === 0);
}
