import {foreignText} from '../../domain/foreign.ts';
import type {EventDetails, EventRow, NoteOnEvent} from '../../engine/engine.ts';
import {actionTitle} from '../../domain/actions.ts';
import {briefOf} from '../timeline/event-message.ts';
import type {ViewState} from '../view-state.ts';
import {dateAndClock, type Zone} from '../drawing/zoned-time.ts';
import type {DetailEntry} from './details-entries.ts';

/** The notes on an event or, for a note, the event that it is on. */
export function noteEntries({zone}: Pick<ViewState, 'zone'>, {row, fields, notes = [], aboutRow}: EventDetails): DetailEntry[] {
	return [...notes.map(note => noteEntry(note, zone)), ...(aboutRow === undefined ? absentEntry(row, fields) : [aboutEntry(aboutRow, zone)])];
}

function noteEntry({event, author, text, written}: NoteOnEvent, zone: Zone): DetailEntry {
	const writtenMicros = Date.parse(written) * 1000;
	const when = Number.isNaN(writtenMicros) ? written : dateAndClock(writtenMicros, zone);
	return {name: 'note', value: foreignText(`${text} (${author}, ${when})`), leadsTo: event};
}

function aboutEntry(event: EventRow, zone: Zone): DetailEntry {
	const title = event.action === 'none' ? '' : `${actionTitle(event.action)} `;
	return {name: 'note on', value: foreignText(`${dateAndClock(event.time.micros, zone)} ${title}${briefOf(event).text}; Enter goes there`), leadsTo: event.id};
}

function absentEntry({about}: EventRow, fields: EventDetails['fields']): DetailEntry[] {
	if (about === undefined) {
		return [];
	}

	const source = fields.find(({name}) => name === 'about.source')?.value ?? '-';
	const sentence = about === 'absent' ? 'its event was not read; it was in' : 'its event is still being looked for, in';
	return [{name: 'note on', value: foreignText(`${sentence} ${source}`)}];
}
