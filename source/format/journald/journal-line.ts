import type {ByteRun} from '../../domain/event-draft.ts';
import {ascii, type Run} from '../bytes/byte-text.ts';

/** Sees that a program's name, given as a run of `bytes`, lies in the same bytes as its message, also where that was decoded first; answers where. */
export function programLine(bytes: Uint8Array, name: Run, message: ByteRun): Run {
	if (message.bytes === bytes) {
		return name;
	}

	const nameLength = name.end - name.start;
	if (nameLength === 0) {
		return {start: message.start, end: message.start};
	}

	const line = new Uint8Array(nameLength + 1 + message.end - message.start);
	line.set(bytes.subarray(name.start, name.end));
	line[nameLength] = ascii.colon;
	line.set(message.bytes.subarray(message.start, message.end), nameLength + 1);
	message.set(line, nameLength + 1, line.length);
	return {start: 0, end: nameLength};
}
