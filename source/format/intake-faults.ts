import type {EventDraft} from '../domain/event-draft.ts';
import {longestLineBytes} from '../domain/limits.ts';
import type {IntakeSink} from './format.ts';

/** Tells what is wrong with a record of so many bytes although it became an event. */
export function tellFaults(sink: IntakeSink, {fault}: EventDraft, lengthBytes: number): void {
	if (lengthBytes > longestLineBytes) {
		sink.fault('line-too-long', 'A line is longer than 1 MiB: only its beginning was read for fields, its raw bytes are whole.');
	}

	if (fault === 'time-unusable') {
		sink.fault('time-unusable', 'A record carries a time outside 1970 to 2255, or one that no calendar has: it stands at its neighbour\'s time.');
	}
}

/** Tells that lines which seemed to be one record are not. */
export function tellDamage(sink: IntakeSink): void {
	sink.fault('record-damaged', 'A record breaks off or is not what its first byte promises: its lines are shown as they are.');
}
