import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isWordAt, nextByte} from '../bytes/byte-text.ts';
import {readAnyTime} from '../time/find-time.ts';
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

/** Few begin alike, so that most lines are told by their first byte. */
const rowsByHead: ReadonlyArray<readonly LineRow[]> = Array.from({length: 256}, (_, byte) => rows.filter(({head}) => head[0] === byte));

/** What is kept of the lines of a run that is not at its end: that it has begun, and what they told so far that its columns hold. */
const ended = 0;
const [begun, hasPerson, hasChanges, hasFailed] = [1, 2, 4, 8];

/** What each line adds to that. */
const told: Readonly<Record<LineKind, number>> = {start: 0, command: 0, person: hasPerson, changes: hasChanges, error: hasFailed, end: 0};

class AptHistoryReader implements FormatReader {
	readonly #stamp: Stamp;
	/** The run at hand. */
	#run = 0;
	/** Who asked for it: the lines below are told of him too. */
	readonly #person = new ByteRun();
	/** What the line read last told together with those above. */
	#told = ended;
	/** Keeps the same for the line to come, which is none of a run at its end but may be one of the next. None of a run is ever remembered, as it tells what those above told. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readAnyTime, {state: ended});
	}

	#begin(): void {
		this.#run++;
		this.#person.clear();
		this.time.state = begun;
	}

	#take({kind, head}: LineRow, bytes: Uint8Array, start: number, end: number): void {
		this.#told = this.time.state | told[kind];
		this.time.state = kind === 'end' ? ended : this.#told;
		if (kind === 'person') {
			this.#keepPerson(bytes, start + head.length, endOfName(bytes, start + head.length, end));
		}
	}

	/** A copy: the bytes at hand are others when the lines below are read. */
	#keepPerson(bytes: Uint8Array, start: number, end: number): void {
		const room = this.#person.room(end - start);
		for (let at = start; at < end; at++) {
			room[at - start] = bytes[at]!;
		}

		this.#person.set(room, 0, end - start);
	}

	/** What the run's lines tell together up to here. */
	#giveTo(draft: EventDraft): void {
		draft.category = (this.#told & hasPerson) === 0 ? categoryCode.system : categoryCode['user-operation'];
		draft.action = (this.#told & hasChanges) === 0 ? 0 : softwareChanged;
		draft.result = (this.#told & hasFailed) === 0 ? 0 : resultCode.failure;
		draft.user.set(this.#person.bytes, this.#person.start, this.#person.end);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const line = rowAt(bytes, start, end);
		if (line === undefined || (line !== startRow && this.time.state === ended)) {
			return false;
		}

		if (line === startRow) {
			if (!readAnyTime(bytes, start + line.head.length, end, this.#stamp)) {
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

	/** A line that tells no more than those above weighs no more: the columns stay as they are. */
	joinWeight(): number {
		return this.#told;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = linesOf(bytes).flatMap((line): Field[] => {
			const known = rowAt(line, 0, line.length);
			return known === undefined ? [] : fieldsOf(known, line);
		});
		const telling = messageFields.map(name => fields.find(field => field.name === name)).find(field => field !== undefined);
		return {message: telling?.value ?? decodeForeign(bytes), severityWord: undefined, fields};
	}
}

const softwareChanged = actionCode('software-changed');

/** What stands for the whole run, where it has it. */
const messageFields: readonly string[] = ['command', ...rows.filter(({kind}) => kind === 'changes').map(({field}) => field)];

function rowAt(bytes: Uint8Array, start: number, end: number): LineRow | undefined {
	for (const line of rowsByHead[bytes[start] ?? 0]!) {
		if (isWordAt(bytes, start, end, line.head)) {
			return line;
		}
	}

	return undefined;
}

/** `Requested-By: dana (1000)`. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
	const open = nextByte(bytes, ascii.openParenthesis, start, end);
	return open < 0 ? end : Math.max(start, open - 1);
}

function fieldsOf({kind, head, field}: LineRow, line: Uint8Array): Field[] {
	if (kind !== 'person') {
		return [{name: field, value: decodeForeign(line, head.length)}];
	}

	const nameEnd = endOfName(line, head.length, line.length);
	const close = nextByte(line, ascii.closeParenthesis, nameEnd, line.length);
	return [{name: 'user', value: decodeForeign(line, head.length, nameEnd)}, ...close < 0 ? [] : [{name: 'uid', value: decodeForeign(line, nameEnd + 2, close)}]];
}
