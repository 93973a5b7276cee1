import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isWordAt, nextByte} from '../bytes/byte-text.ts';
import {findTime, readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {linesOf} from '../intake/line-text.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp} from '../time/stamp.ts';

/**
What apt was told to do, who asked for it and what became of it: `/var/log/apt/history.log`, a few lines a run (apt's `apt-pkg/deb/dpkgpm.cc`).
Together they are one event, at the time of its start.
*/
export const aptHistory: Format = {
	name: 'apt-history',
	title: 'apt\'s history of installed software',
	framing: 'line',
	heads: 'SCRIURDPE',
	open: kit => new AptHistoryReader(kit),
};

type LineKind = 'start' | 'command' | 'person' | 'changes' | 'error' | 'end';

type LineRow = {readonly head: Uint8Array; readonly kind: LineKind; /** Its name among the fields of the event. */ readonly field: string};

const row = (head: string, kind: LineKind, field: string): LineRow => ({head: bytesOf(`${head}: `), kind, field});

/** Every line that a run may have. */
const rows: readonly LineRow[] = [
	row('Start-Date', 'start', 'start'),
	row('Commandline', 'command', 'command'),
	row('Comment', 'command', 'comment'),
	row('Requested-By', 'person', 'requestedBy'),
	row('Install', 'changes', 'installed'),
	row('Reinstall', 'changes', 'reinstalled'),
	row('Upgrade', 'changes', 'upgraded'),
	row('Downgrade', 'changes', 'downgraded'),
	row('Remove', 'changes', 'removed'),
	row('Purge', 'changes', 'purged'),
	row('Disappeared', 'changes', 'disappeared'),
	row('Error', 'error', 'reason'),
	row('End-Date', 'end', 'end'),
];

const startRow = rows[0]!;

/** Whether a run's end is still to come. */
const [ended, begun] = [0, 1];

class AptHistoryReader implements FormatReader {
	readonly #stamp: Stamp;
	/** Of the run at hand: which it is, how many of its lines were read, and what they told so far. */
	#run = 0;
	#lines = 0;
	#person: Foreign | undefined;
	#hasChanges = false;
	#hasFailed = false;
	/** Keeps whether the end of the run is still to come: a line that is none of a run may be one of the next. None of a run is ever remembered, as it tells what those above told. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readAnyTime, {state: ended});
	}

	#begin(): void {
		this.#run++;
		this.#lines = 0;
		this.#person = undefined;
		this.#hasChanges = false;
		this.#hasFailed = false;
	}

	#take({kind, head}: LineRow, bytes: Uint8Array, start: number, end: number): void {
		this.#lines++;
		this.time.state = kind === 'end' ? ended : begun;
		this.#hasChanges ||= kind === 'changes';
		this.#hasFailed ||= kind === 'error';
		if (kind === 'person') {
			this.#person = decodeForeign(bytes, start + head.length, endOfName(bytes, start + head.length, end));
		}
	}

	/** What the run's lines tell together: its last line has it all. */
	#giveTo(draft: EventDraft): void {
		draft.category = this.#person === undefined ? categoryCode.system : categoryCode['user-operation'];
		draft.action = this.#hasChanges ? actionCode('software-changed') : 0;
		draft.result = this.#hasFailed ? resultCode.failure : 0;
		if (this.#person !== undefined) {
			draft.user.setText(this.#person);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const line = rowAt(bytes, start, end);
		if (line === undefined || (line !== startRow && this.time.state === ended)) {
			return false;
		}

		if (line === startRow) {
			if (findTime(bytes, start + line.head.length, end, this.#stamp) < 0) {
				return false;
			}

			this.#stamp.giveTo(draft);
			this.#begin();
		}

		this.#take(line, bytes, start, end);
		this.#giveTo(draft);
		return true;
	}

	joinKey(): number {
		return this.#run;
	}

	joinWeight(): number {
		return this.#lines;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = linesOf(bytes).flatMap((line): Field[] => {
			const known = rowAt(line, 0, line.length);
			return known === undefined ? [] : fieldsOf(known, line);
		});
		const told = messageFields.map(name => fields.find(field => field.name === name)).find(field => field !== undefined);
		return {message: told?.value ?? decodeForeign(bytes), severityWord: undefined, fields};
	}
}

/** What stands for the whole run, where it has it. */
const messageFields: readonly string[] = ['command', ...rows.filter(({kind}) => kind === 'changes').map(({field}) => field)];

const rowAt = (bytes: Uint8Array, start: number, end: number): LineRow | undefined => rows.find(({head}) => isWordAt(bytes, start, end, head));

/** `Requested-By: dana (1000)`. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
	const open = nextByte(bytes, ascii.openParenthesis, start, end);
	return open < 0 ? end : open - 1;
}

function fieldsOf({kind, head, field}: LineRow, line: Uint8Array): Field[] {
	if (kind !== 'person') {
		return [{name: field, value: decodeForeign(line, head.length)}];
	}

	const nameEnd = endOfName(line, head.length, line.length);
	const close = nextByte(line, ascii.closeParenthesis, nameEnd, line.length);
	return [{name: 'user', value: decodeForeign(line, head.length, nameEnd)}, ...close < 0 ? [] : [{name: 'uid', value: decodeForeign(line, nameEnd + 2, close)}]];
}
