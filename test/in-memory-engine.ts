import type {Fault} from '../source/domain/fault.ts';
import {foreignText} from '../source/domain/foreign.ts';
import type {SourceState} from '../source/domain/source.ts';
import type {Change, Engine, EventDetails, Health, OpenAnswer} from '../source/engine/engine.ts';
import {facetsIn, groupsIn, histogramOf} from './in-memory/counts.ts';
import {findIn} from './in-memory/find.ts';
import {pageOf} from './in-memory/pages.ts';
import {isShown} from './in-memory/shown.ts';
import {type MemoryEvent, type StoredRow, storedRow} from './in-memory/stored-row.ts';

export type {MemoryEvent} from './in-memory/stored-row.ts';

export type MemoryEngine = Engine & {
	readonly opened: OpenAnswer;
	/** More lines arrive. */
	add(...events: readonly MemoryEvent[]): void;
	fault(fault: Fault): void;
	sourceState(source: number, state: SourceState): void;
	/** How much has been read, of 100. */
	reading(percent: number): void;
};

/** The engine's slow, obvious twin: every answer is worked out anew over a plain array. */
export function inMemoryEngine(events: readonly MemoryEvent[], {sources = ['/var/log/audit.log'], faults = []}: {readonly sources?: readonly string[]; readonly faults?: readonly Fault[]} = {}): MemoryEngine {
	const opened: OpenAnswer = {
		sources: sources.map((path, id) => ({id, path: foreignText(path), name: foreignText(path.split('/').at(-1)!)})),
		faults,
	};
	const rows: StoredRow[] = [];
	const listeners = new Set<(change: Change) => void>();
	const states = sources.map((): SourceState => ({type: 'live'}));
	const faultCounts = faults.map(fault => ({fault, count: 1}));
	let readPercent = 100;
	let revision = 0;

	const totalEvents = () => rows.filter(({row}) => row.kind === 'event').length;
	const changed = () => {
		revision++;
		for (const listener of listeners) {
			listener({revision, totalEvents: totalEvents(), isCaughtUp: readPercent === 100});
		}
	};

	const store = (added: readonly MemoryEvent[]) => {
		for (const event of added) {
			rows.push(storedRow(event, rows.length, opened));
		}

		rows.sort((a, b) => a.row.time.micros - b.row.time.micros || a.row.id - b.row.id);
	};

	store(events);
	return {
		opened,
		open: async () => opened,
		follow: async () => undefined,
		page: async request => ({revision, ...pageOf(rows, request), isCaughtUp: readPercent === 100}),
		facets: async request => ({revision, ...facetsIn(rows, request)}),
		groups: async request => ({revision, ...groupsIn(rows, request)}),
		histogram: async request => ({revision, ...histogramOf(rows, request)}),
		find: async request => ({revision, ...findIn(rows, request)}),
		details: async ({event}) => detailsIn(rows, event),
		async tail(request, onBatch) {
			await onBatch(rows.filter(stored => isShown(stored, request.query)).map(({details}) => details));
		},
		health: async (): Promise<Health> => ({
			revision,
			sources: opened.sources.map(description => ({
				description, source: description.id, state: states[description.id]!, generations: 2, bytesRead: 4096, holes: 0, notices: [],
				events: totalEvents(), formats: [{format: 'console-audit', lines: rows.length}], confidence: 1, unparsedLines: 0, options: {}, files: [],
			})),
			faults: faultCounts,
			isCaughtUp: readPercent === 100,
			readBytes: readPercent,
			totalBytes: 100,
			heldBytes: 1_000_000,
		}),
		onChange(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		onLoss() {
			// It lives as long as the test.
		},
		async close() {
			listeners.clear();
		},
		add(...added) {
			store(added);
			changed();
		},
		fault(fault) {
			faultCounts.push({fault, count: 1});
			changed();
		},
		sourceState(source, state) {
			states[source] = state;
			changed();
		},
		reading(percent) {
			readPercent = percent;
			changed();
		},
	};
}

/** With the notes on it, or with the event that it is a note on. */
function detailsIn(rows: readonly StoredRow[], event: number): EventDetails | undefined {
	const stored = rows.find(({row}) => row.id === event);
	const notes = stored?.notedBy.map(note => rows.find(({row}) => row.id === note)!).map(({row, details: {fields}}) => {
		const [author, text, written] = ['author', 'text', 'written'].map(name => fields.find(field => field.name === name)!.value);
		return {event: row.id, author: author!, text: text!, written: written!};
	});
	const aboutRow = rows.find(({row}) => row.id === stored?.row.about)?.row;
	return stored && {...stored.details, ...(notes && notes.length > 0 && {notes}), ...(aboutRow && {aboutRow})};
}
