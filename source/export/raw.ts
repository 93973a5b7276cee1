import {Buffer} from 'node:buffer';
import {foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import {gapLine, type NameOf} from './text-lines.ts';

/** Each record's own bytes and a newline. Bytes that are no longer kept are written as a hole. */
export function rawLines(batch: readonly EventDetails[], nameOf: NameOf): Uint8Array {
	const stretches: Uint8Array[] = [];
	for (const details of batch) {
		const line = details.raw ?? holeLine(details, nameOf);
		const last = stretches.at(-1);
		if (last !== undefined && isNextLine(last, line)) {
			stretches[stretches.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + newline.length + line.length);
		} else {
			stretches.push(line);
		}
	}

	return Buffer.concat(stretches.flatMap(stretch => [stretch, newline]));
}

const newline = Buffer.from('\n');

const holeLine = ({row, message, rawMissing}: EventDetails, nameOf: NameOf): Uint8Array =>
	Buffer.from(gapLine(row, row.kind === 'gap' ? message : foreignText(rawMissing!), nameOf));

/** Whether a line follows the last one in the same buffer, newline included, as records read together do; then they are copied as one. */
function isNextLine(last: Uint8Array, line: Uint8Array): boolean {
	const endOffset = last.byteOffset + last.length;
	return line.buffer === last.buffer && line.byteOffset === endOffset + newline.length && new Uint8Array(last.buffer, endOffset, 1)[0] === newline[0];
}
