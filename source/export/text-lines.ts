import {actions, actionTitle} from '../domain/actions.ts';
import type {Foreign} from '../domain/foreign.ts';
import {severityLetter} from '../domain/severity.ts';
import type {SourceId} from '../domain/source.ts';
import {isoTime} from '../domain/time.ts';
import type {EventDetails, EventRow} from '../engine/engine.ts';
import {escape} from '../text/escape.ts';

/** The short name of a source. */
export type NameOf = (source: SourceId) => Foreign;

/** An event as one line that is safe to print: time, severity, source, action, user, message. A dash stands for what the record does not name. */
export function textLine({row, message}: EventDetails, nameOf: NameOf): string {
	if (row.kind === 'gap') {
		return `${gapLine(row, message, nameOf)}\n`;
	}

	const columns = [
		shownTime(row),
		severityLetter[row.severity],
		escape(nameOf(row.source)),
		actionTitle(row.action).padEnd(longestTitle),
		row.user === undefined ? '-' : escape(row.user),
		escape(message),
	];
	return `${columns.join('  ')}\n`;
}

/** A hole, written alike in text and raw output, because scripts look for lines that begin with `!GAP`. */
export const gapLine = (row: EventRow, message: Foreign, nameOf: NameOf): string =>
	`!GAP ${shownTime(row)} ${escape(nameOf(row.source))}: ${escape(message)}`;

/** A tilde marks a time borrowed from a neighbour. */
const shownTime = ({time, isTimeBorrowed}: EventRow): string => Number.isNaN(time.micros) ? '-' : `${isTimeBorrowed ? '~' : ''}${isoTime(time)}`;

const longestTitle = Math.max(...actions.map(({title}) => title.length));
