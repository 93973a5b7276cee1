import type {LineMemory} from '../../../source/format/line-memory/line-memory.ts';
import type {Format} from '../../../source/format/format.ts';
import {collect} from '../collected-events.ts';

/** Reading each line is the twin: what is remembered of lines must change nothing of what is told. */
export function columnsOf(content: Uint8Array, memory: LineMemory | undefined, formats?: readonly Format[]) {
	const {events, missing, faults} = collect(content, {options: {memory, formats}, linesPerPush: 7});
	return {events, missing, faults};
}
