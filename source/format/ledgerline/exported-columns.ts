import {actions} from '../../domain/actions.ts';
import {categories} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import {results} from '../../domain/result.ts';
import {severities} from '../../domain/severity.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {WordTable} from '../bytes/word-table.ts';

/** What an export tells of an event, each in a column or member of that name, and the reader of exports takes back into columns. */
export type ExportedColumn = 'time' | 'category' | 'action' | 'severity' | 'result' | 'type' | 'user' | 'host';

/** One exported event: `set` points the run at what a column says, and leaves it empty where it says nothing. */
export type ExportedRecord = {set(column: ExportedColumn, run: ByteRun): void};

/** Columns that are told anew by the timeline; all others of an export are fields. */
export const retoldColumns: ReadonlySet<string> = new Set(['time', 'category', 'action', 'severity', 'severityWord', 'result', 'type', 'user', 'host', 'devices', 'message', 'raw', 'guarded']);

/** Reads everything but the devices, which one form tells as a list and the other in one cell. */
export function readExported(record: ExportedRecord, stamp: Stamp, draft: EventDraft): void {
	run.clear();
	record.set('time', run);
	// An event whose record carried no time has none in the export either: the time of its neighbour is lent to it again.
	if (readIsoTime(run.bytes, run.start, run.end, stamp)) {
		stamp.giveTo(draft);
	}

	draft.category = codeIn(record, 'category', categoryCodes);
	draft.action = codeIn(record, 'action', actionCodes);
	draft.severity = codeIn(record, 'severity', severityCodes);
	draft.result = codeIn(record, 'result', resultCodes);
	record.set('type', draft.type);
	record.set('user', draft.user);
	record.set('host', draft.host);
}

/** Where a column of the record at hand lies. */
const run = new ByteRun();

/** A word that only a later version knows is "none of ours". */
function codeIn(record: ExportedRecord, column: ExportedColumn, codes: WordTable<number>): number {
	run.clear();
	record.set(column, run);
	return codes.find(run.bytes, run.start, run.end) ?? 0;
}

const codesOf = (words: readonly string[]): WordTable<number> => new WordTable(words.map((word, code) => [word, code]));

const categoryCodes = codesOf(categories);
const actionCodes = codesOf(actions.map(({id}) => id));
const severityCodes = codesOf(severities);
const resultCodes = codesOf(results);
