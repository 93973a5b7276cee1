import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {bytesOf, isWordAt} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {weekdayHeads} from '../time/heads.ts';
import {syslogSeverities} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readNamedDayTime} from '../time/time-written-year.ts';
import {journalFields} from './journal-fields.ts';

/** The systemd journal as `journalctl -o verbose` writes it: a line with the time and the cursor, and below it a line for every field, indented. */
export const journaldVerbose: Format = {
	name: 'journald-verbose',
	title: 'systemd journal (verbose)',
	framing: 'line',
	heads: weekdayHeads,
	open: kit => new VerboseReader(kit),
};

const cursor = bytesOf(' [s=');
const indent = bytesOf(' '.repeat(4));

class VerboseReader implements FormatReader {
	readonly #stamp: Stamp;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	/** The columns come from the first line: the fields below it arrive when the event has been given on. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!readNamedDayTime(bytes, start, end, this.#stamp) || !isWordAt(bytes, this.#stamp.end, end, cursor)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		draft.category = categoryCode.system;
		return true;
	}

	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return isWordAt(bytes, start, end, indent);
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = decodeForeign(bytes).split('\n').slice(1).map(line => fieldOf(line));
		const valueOf = (wanted: string) => fields.find(({name}) => name === wanted)?.value;
		const severity = syslogSeverities[Number(valueOf('PRIORITY') ?? NaN)];
		return {
			message: valueOf('MESSAGE') ?? decodeForeign(bytes),
			severityWord: severity === undefined ? undefined : foreignText(severity.word),
			fields: journalFields(fields),
		};
	}
}

/** `    NAME=value`. */
function fieldOf(line: string): Field {
	const equals = line.indexOf('=');
	return {name: line.slice(0, equals).trimStart(), value: foreignText(line.slice(equals + 1))};
}
