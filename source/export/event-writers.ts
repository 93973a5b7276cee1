import {Buffer} from 'node:buffer';
import type {EventDetails, TailRequest} from '../engine/engine.ts';
import {escape} from '../text/escape.ts';
import {decodeForeign} from '../text/foreign.ts';
import {foreignText} from '../domain/foreign.ts';
import {csvHeader, csvRows} from './csv.ts';
import {jsonLines} from './json-lines.ts';
import {rawLines} from './raw.ts';
import {textLine, type NameOf} from './text-lines.ts';

/** Turns events into the bytes of one output form. */
export type EventWriter = {
	/** Written before the first event. */
	readonly head: Uint8Array;
	/** The parts of each event that the form needs. */
	readonly wants: NonNullable<TailRequest['wants']>;
	write(batch: readonly EventDetails[]): Uint8Array;
};

const nothing = new Uint8Array(0);

/** Every output form by its name. */
export const eventWriters = {
	text: (nameOf: NameOf): EventWriter => ({head: nothing, wants: 'message', write: batch => Buffer.from(batch.map(details => textLine(details, nameOf)).join(''))}),
	raw: (nameOf: NameOf): EventWriter => ({head: nothing, wants: 'raw', write: batch => rawLines(batch, nameOf)}),
	jsonl: (): EventWriter => ({head: nothing, wants: 'everything', write: jsonLines}),
	csv: (): EventWriter => ({head: csvHeader(), wants: 'everything', write: csvRows}),
} as const;

export type OutputForm = keyof typeof eventWriters;

/** The same writer for a terminal, which a log's raw bytes could control: here they are escaped. Text and JSON Lines are safe as they are. */
export function safeForTerminal({head, wants, write}: EventWriter): EventWriter {
	return {head: shownLines(head), wants, write: batch => shownLines(write(batch))};
}

const shownLines = (bytes: Uint8Array): Uint8Array =>
	Buffer.from(decodeForeign(bytes).split('\n').map(line => escape(foreignText(line))).join('\n'));
