import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {Format, FormatReader, RecordFacts} from '../format.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {severityOf} from '../vocabulary/severity-words.ts';

const mapped = mappedFormat({
	name: 'notes',
	title: 'Ledgerline notes',
	members: [['ledgerline', 'text']],
	time: jsonPaths('time'),
	// Who wrote a note has done nothing that a log tells of: the author is no user of the timeline.
	user: jsonPaths(),
	host: jsonPaths(),
	devices: jsonPaths('device'),
	severity: jsonPaths('severity'),
	result: jsonPaths(),
	action: jsonPaths(),
	severityOf,
	resultOf: () => 0,
	codesOf: () => ({action: 0, category: 0}),
	defaultCategory: 'other',
	message: ['text'],
	fieldNames: [],
});

/** What people wrote by hand, in Ledgerline's own notes file. Never recognised by itself: a log could say the same, and is a log all the same. */
export const notes: Format = {
	...mapped,
	isOnlyWhenNamed: true,
	open(kit): FormatReader {
		const reader = mapped.open(kit);
		return {
			read: (bytes, start, end, draft) => reader.read(bytes, start, end, draft),
			describe: bytes => withAuthor(reader.describe(bytes)),
		};
	},
};

/** Finds the event of a note again: where it was told, when, and what its bytes are. */
export type NoteKey = {
	readonly source: Foreign;
	readonly second: number;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
	readonly digest: Foreign;
};

/** What a note is on; undefined where the record is no note, or names no event. */
export function noteKeyOf({fields}: RecordFacts): NoteKey | undefined {
	const told = new Map<string, Foreign>(fields.map(({name, value}) => [name, value]));
	const [source, time, offset, length, digest] = ['source', 'time', 'offset', 'length', 'digest'].map(name => told.get(`about.${name}`));
	const isKey = told.get('ledgerline') === 'note' && source !== undefined && digest !== undefined;
	return isKey ? {source, digest, second: Math.floor(Date.parse(time ?? '') / 1000), offsetBytes: Number(offset), lengthBytes: Number(length)} : undefined;
}

function withAuthor(facts: RecordFacts): RecordFacts {
	const author = facts.fields.find(({name}) => name === 'author')?.value ?? '';
	return {...facts, message: foreignText(`${author}: ${facts.message}`)};
}
