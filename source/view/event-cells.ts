import {actions} from '../domain/actions.ts';
import {severityLetter} from '../domain/severity.ts';
import type {EventRow, HitRange} from '../engine/engine.ts';
import type {ShownColumn} from './columns.ts';
import {glyphsFor} from './glyphs.ts';
import {offsetWord, rowZone} from './row-zone.ts';
import {shownDevice} from './shown-device.ts';
import {blank, cell, type CellStyle, type Ground, type Look, type Span, widthOf} from './span.ts';
import type {ViewState} from './view-state.ts';
import {zonedTime} from './zoned-time.ts';

export type EventLine = {
	readonly columns: readonly ShownColumn[];
	readonly ground: Ground;
	/** Takes the place of what the message's column would show. */
	readonly message?: readonly Span[] | undefined;
};

/** The columns of one event, a blank between two; the cell that a filter key acts on is told apart. */
export function eventCells(state: ViewState, event: EventRow, {columns, ground, message}: EventLine): Span[] {
	const {look} = state;
	return columns.flatMap((column, at) => {
		const isChosen = ground === 'selected' && column.filters === state.timeline.column;
		const between = signBetween(columns, at, event, look);
		return [
			...(at === 0 ? [] : cell(between, look, {role: between === ' ' ? 'text' : 'token', ground})),
			...(message !== undefined && column.name === 'message' ? filled(message, column.widthCells, ground) : drawn(state, event, {column, ground: isChosen ? 'chosen' : ground})),
		];
	});
}

function drawn(state: ViewState, event: EventRow, {column, ground}: {readonly column: ShownColumn; readonly ground: Ground}): Span[] {
	const {text, ...style} = cellOf(state, event, column);
	const role = event.isContext ? 'quiet' : style.role;
	return cell(text, state.look, {...style, ...(role && {role}), ground, widthCells: column.widthCells});
}

/** Spans that fit, and blanks up to the width. */
export function filled(spans: readonly Span[], widthCells: number, ground: Ground): Span[] {
	return [...spans.map(span => ({...span, ground})), ...blank(widthCells - widthOf(spans), ground)];
}

/** Two of the blanks between columns may hold a sign: the one after the time, and the one before the last column or after the severity. */
function signBetween(columns: readonly ShownColumn[], at: number, event: EventRow, look: Look): string {
	if (columns[at - 1]?.name === 'time') {
		return timeFlag(event);
	}

	const severityAt = columns.findIndex(({name}) => name === 'severity');
	const noteAt = severityAt === -1 ? columns.length - 1 : severityAt + 1;
	return at === noteAt ? noteSign(event, look) : ' ';
}

/** Somebody wrote a note on it; or it is a note whose event is not among those read. */
function noteSign({noteCount, about}: EventRow, look: Look): string {
	if (noteCount !== undefined) {
		return glyphsFor(look).noted;
	}

	return about === 'absent' ? '?' : ' ';
}

/** Right after the time: `~` it is the neighbour's, `>` written after rotation, `+` its end is still to come. */
function timeFlag({isTimeBorrowed, isLate, isProvisional}: EventRow): string {
	if (isTimeBorrowed) {
		return '~';
	}

	if (isLate) {
		return '>';
	}

	return isProvisional ? '+' : ' ';
}

type CellText = CellStyle & {readonly text: string};

function cellOf(state: ViewState, event: EventRow, {name, widthCells}: ShownColumn): CellText {
	switch (name) {
		case 'time': {
			return {text: timeText(event, state, widthCells), role: 'quiet'};
		}

		case 'severity': {
			return {text: severityLetter[event.severity], role: event.severity};
		}

		case 'action': {
			return actionOf(event);
		}

		case 'type': {
			return orDash(event.type, []);
		}

		case 'user': {
			return orDash(event.user, marksOf(event, 'user'));
		}

		case 'device': {
			const {device, marks} = shownDevice(event);
			return orDash(device, marks);
		}

		case 'host': {
			return orDash(event.host, marksOf(event, 'host'));
		}

		case 'source': {
			return {text: state.opened.sources.find(({id}) => id === event.source)?.name ?? '', role: 'quiet'};
		}

		case 'message': {
			return withHitInSight(briefOf(event), widthCells, state.look);
		}
	}
}

/** What a person wrote into the side file must never pass for what a log says. */
function actionOf(event: EventRow): CellText {
	return event.format === 'notes'
		? {text: 'By hand', role: 'key'}
		: {text: actions.find(({id}) => id === event.action)!.title, role: event.severity === 'alert' ? 'alert' : 'text', marks: marksOf(event, 'action')};
}

/** With the milliseconds that the record gave, or with its own zone, where the column has room for them. */
function timeText(event: EventRow, state: ViewState, widthCells: number): string {
	const {time: {micros, nanos, digits}} = event;
	const {clock, fraction} = zonedTime(micros, rowZone(state, event), nanos);
	if (state.isOwnZone) {
		return `${widthCells < zonedClockCells ? clock.slice(0, 'hh:mm'.length) : clock}${offsetWord(event)}`;
	}

	const shownDigits = Math.min(digits, widthCells - clock.length - 1);
	return shownDigits > 0 ? `${clock}.${fraction.slice(0, shownDigits)}` : clock;
}

/** The longest there is; a column is the same all the way down. */
const zonedClockCells = '14:30:09+0530'.length;

/** A dash where the record names nobody. */
function orDash(text: string | undefined, marks: readonly HitRange[]): CellText {
	return text === undefined || text === '' ? {text: '-', role: 'quiet'} : {text, marks};
}

type MarkedText = {readonly text: string; readonly marks: readonly HitRange[]};

/** The message without what the other columns say already; whole where the search found nothing else. */
export function briefOf(event: EventRow): MarkedText {
	const {message, briefFrom, hits} = event;
	const isOnlyBefore = hits.length > 0 && hits.every(({field, end}) => field === 'message' && end <= briefFrom);
	return isOnlyBefore ? {text: message, marks: hits} : textFrom(message, marksOf(event, 'message'), briefFrom);
}

/** The text from `start` on, with the marks that reach into it. */
function textFrom(text: string, marks: readonly HitRange[], start: number): MarkedText {
	const kept = marks.filter(({end}) => end > start);
	return {text: text.slice(start), marks: kept.map(mark => ({...mark, start: Math.max(0, mark.start - start), end: mark.end - start}))};
}

/** A long message begins shortly before its first hit, where that would be cut off otherwise. */
function withHitInSight({text, marks}: MarkedText, widthCells: number, look: Look): CellText {
	const [first] = marks;
	if (first === undefined || first.end < widthCells) {
		return {text, marks};
	}

	const {cut} = glyphsFor(look);
	const start = first.start - Math.min(first.start, contextCharacters);
	const shift = start - cut.length;
	return {text: cut + text.slice(start), marks: marks.map(mark => ({...mark, start: mark.start - shift, end: mark.end - shift}))};
}

/** What stands before a hit says what was hit. */
const contextCharacters = 6;

function marksOf({hits}: EventRow, field: HitRange['field']): HitRange[] {
	return hits.filter(hit => hit.field === field);
}
