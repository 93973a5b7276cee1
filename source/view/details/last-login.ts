import {foreignText} from '../../domain/foreign.ts';
import type {EventId, EventRow, Page, PageRequest} from '../../engine/engine.ts';
import {cell, type Look} from '../drawing/span.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type Zone, zonedTime} from '../drawing/zoned-time.ts';
import type {DetailLine} from './details-lines.ts';

/** The event before which a login is looked for. */
export type LastLoginRequest = {readonly event: EventId; readonly micros: number};

/** Holes pass every filter, so several rows are needed to find an event; beyond this many the search is given up. */
const mostRowsBefore = 50;

/** Logins before an event. The filter is the same for every event, so the engine evaluates it only once. */
export function lastLoginPage({micros}: LastLoginRequest): PageRequest {
	return {query: {facets: {action: {include: [foreignText('login')], exclude: []}}}, anchor: {at: 'time', micros}, before: mostRowsBefore, after: 0, longestMessage: 0};
}

/** The nearest login before an event. */
export function lastLoginIn({rows}: Page, {event, micros}: LastLoginRequest): EventRow | undefined {
	return rows.findLast(row => row.kind === 'event' && row.id !== event && row.time.micros < micros);
}

/** Most records name no user. Who logged in before is worth a look, but it proves nothing, and the lines say so. */
export function lastLoginLines(login: EventRow, zone: Zone, columns: number, look: Look): DetailLine[] {
	const {date, clock} = zonedTime(login.time.micros, zone);
	const from = login.devices.length === 0 ? '' : ` from ${login.devices[0]!}`;
	const sentence = foreignText(`last login before this: ${date} ${clock} ${login.user ?? '-'}${from}`);
	const hint = '(a hint: the nearest earlier login, not proof)';
	return [
		...wrapped(cell(sentence, look), columns).map(spans => ({spans, leadsTo: login.id})),
		...wrapped(cell(hint, look, {role: 'quiet'}), columns).map(spans => ({spans, leadsTo: login.id})),
	];
}
