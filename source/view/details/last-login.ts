import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {EventId, EventRow, Page, PageRequest} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import {cell, type Look} from '../drawing/span.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type Zone, zonedTime} from '../drawing/zoned-time.ts';
import {toggleValue} from '../filters/filters.ts';
import type {DetailLine} from './details-lines.ts';

/** The event before which a login is looked for, and who acted in it, if it says so. */
export type LastLoginRequest = {readonly event: EventId; readonly micros: number; readonly user: Foreign | undefined};

/** Holes pass every filter, so several rows are needed to find an event; beyond this many the search is given up. */
const mostRowsBefore = 50;

/** Logins before an event: of who acted in it, or of anybody where it names no user. */
export function lastLoginPage({micros, user}: LastLoginRequest): PageRequest {
	const logins: Query = {facets: {action: {include: [foreignText('login')], exclude: []}}};
	return {query: user === undefined ? logins : toggleValue(logins, 'user', user, 'include'), anchor: {at: 'time', micros}, before: mostRowsBefore, after: 0, longestMessage: 0};
}

/** The nearest login before an event. */
export function lastLoginIn({rows}: Page, {event, micros}: LastLoginRequest): EventRow | undefined {
	return rows.findLast(row => row.kind === 'event' && row.id !== event && row.time.micros < micros);
}

/** Most records name no user. Who logged in before is worth a look, but it proves nothing, and the lines say so. */
export function lastLoginLines(login: EventRow, {user, zone}: {readonly user: Foreign | undefined; readonly zone: Zone}, columns: number, look: Look): DetailLine[] {
	const {date, clock} = zonedTime(login.time.micros, zone);
	const from = login.devices.length === 0 ? '' : ` from ${login.devices[0]!}`;
	const sentences = user === undefined
		? [cell(foreignText(`last login before this: ${date} ${clock} ${login.user ?? '-'}${from}`), look), cell('(a hint: the nearest earlier login, not proof)', look, {role: 'quiet'})]
		: [cell(foreignText(`last login of ${user} before this: ${date} ${clock}${from}`), look)];
	return sentences.flatMap(sentence => wrapped(sentence, columns)).map(spans => ({spans, leadsTo: login.id}));
}
