import type {EventDetails, EventId, NoteOnEvent} from '../engine/engine.ts';
import {shortRowOf, type Timeline} from './event-rows.ts';
import type {NoteLinks} from './note-links.ts';

/** A line or two of the event's message. */
const longestAbout = 200;

/** The details with the notes on the event or, for a note, with the event it is on. */
export function withNotes(details: EventDetails, links: NoteLinks, timeline: Timeline): EventDetails {
	const row = links.marked(details.row);
	const notes = links.notesOn(row.id).flatMap(note => noteText(timeline, note));
	const aboutRow = typeof row.about === 'number' ? shortRowOf(timeline, row.about, longestAbout) : undefined;
	return {...details, row, ...(notes.length > 0 && {notes}), ...(aboutRow && {aboutRow})};
}

/** The content of a note; undefined if its bytes are gone. */
function noteText({reader}: Timeline, event: EventId): NoteOnEvent[] {
	const raw = reader.read(event);
	const fields = raw.type === 'bytes' ? reader.describe(event, raw.bytes).fields : [];
	const [author, text, written] = ['author', 'text', 'written'].map(name => fields.find(field => field.name === name)?.value);
	return author === undefined || text === undefined || written === undefined ? [] : [{event, author, text, written}];
}
