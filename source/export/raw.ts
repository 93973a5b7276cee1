import {Buffer} from 'node:buffer';
import {foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import {gapLine, type NameOf} from './text-lines.ts';

/** The record's own bytes and a newline. Bytes that were let go meanwhile are a hole like any other. */
export function rawLine({row, message, raw, rawMissing}: EventDetails, nameOf: NameOf): Uint8Array {
	return raw === undefined
		? Buffer.from(gapLine(row, row.kind === 'gap' ? message : foreignText(rawMissing!), nameOf))
		: Buffer.concat([raw, newline]);
}

const newline = Buffer.from('\n');
