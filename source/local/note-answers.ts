import type {EventDetails, EventId, NoteOnEvent} from '../engine/engine.ts';
import {shortRowOf, type Timeline} from './event-rows.ts';
import type {NoteLinks} from './note-links.ts';

/** A line or two of what the event says. */
const longestAbout = 200;

/** The details, with the notes themselves, or with the event that this is a note on. */
export function withNotes(details: EventDetails, links: NoteLinks, timeline: Timeline): EventDetails {
	const row = links.marked(details.row);
	const notes = links.notesOn(row.id).flatMap(note => noteText(timeline, note));
	const aboutRow = typeof row.about === 'number' ? shortRowOf(timeline, row.about, longestAbout) : undefined;
	return {...details, row, ...(notes.length > 0 && {notes}), ...(aboutRow && {aboutRow})};
}

/** What one note says; nothing where its bytes are gone. */
function noteText({reader}: Timeline, event: EventId): NoteOnEvent[] {
	const raw = reader.read(event);
	const fields = raw.type === 'bytes' ? reader.describe(event, raw.bytes).fields : [];
	const [author, text, written] = ['author', 'text', 'written'].map(name => fields.find(field => field.name === name)?.value);
	return author === undefined || text === undefined || written === undefined ? [] : [{event, author, text, written}];
}
