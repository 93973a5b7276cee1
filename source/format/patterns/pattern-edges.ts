import {isLetterOrDigit} from '../bytes/byte-text.ts';
import type {edges} from './pattern-program.ts';

/** A place in a run of bytes. */
type Place = {readonly at: number; readonly start: number; readonly end: number};

/** Whether the place is such an edge: where the run begins or ends, where a word does, or where none does. */
export function isEdge(edge: typeof edges[number], bytes: Uint8Array, {at, start, end}: Place): boolean {
	if (edge === 'start') {
		return at === start;
	}

	if (edge === 'end') {
		return at === end;
	}

	const isBefore = at > start && isWordByte(bytes[at - 1]!);
	const isAfter = at < end && isWordByte(bytes[at]!);
	return (isBefore !== isAfter) === (edge === 'word');
}

const isWordByte = (byte: number): boolean => isLetterOrDigit(byte) || byte === 0x5F;
