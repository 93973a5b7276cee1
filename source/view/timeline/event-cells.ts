import {actionTitle} from '../../domain/actions.ts';
import {severityLetter} from '../../domain/severity.ts';
import type {EventRow} from '../../engine/engine.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {hostInSight, type Marked, nameInSight} from '../drawing/name-in-sight.ts';
import {blank, cell, type CellStyle, type Ground, type Look, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {type Column, type ShownColumn, widestColumnCells} from './columns.ts';
import {marksOf, messageText} from './event-message.ts';
import {offsetWord, rowZone} from './row-zone.ts';
import {shownDevice} from './shown-device.ts';

export type EventLine = {
	readonly columns: readonly ShownColumn[];
	readonly ground: Ground;
	/** Shown instead of the message column's own text. */
	readonly message?: readonly Span[] | undefined;
};

/** The columns of one event, a blank between two of them. The cell that `+` and `-` act on is highlighted. */
export function eventCells(state: ViewState, event: EventRow, {columns, ground, message}: EventLine): Span[] {
	const {look} = state;
	return columns.flatMap((column, at) => {
		const isChosen = ground === 'selected' && column.filters === state.timeline.column;
		const between = signBetween(columns, at, event, look);
		return [
			...(at === 0 ? [] : cell(between, look, {role: between === ' ' ? 'text' : 'token', ground})),
			...(message !== undefined && column.name === 'message' ? filled(message, column.widthCells, ground) : drawn(state, event, {column, columns, ground: isChosen ? 'chosen' : ground})),
		];
	});
}

type InLine = {readonly column: ShownColumn; readonly columns: readonly ShownColumn[]};

function drawn(state: ViewState, event: EventRow, {column, columns, ground}: InLine & {readonly ground: Ground}): Span[] {
	const {text, ...style} = cellOf(state, event, {column, columns});
	const role = event.isContext ? 'quiet' : style.role;
	return cell(text, state.look, {...style, ...(role && {role}), ground, widthCells: column.widthCells});
}

/** Spans that fit, padded with blanks to the width. */
export function filled(spans: readonly Span[], widthCells: number, ground: Ground): Span[] {
	return [...spans.map(span => ({...span, ground})), ...blank(widthCells - widthOf(spans), ground)];
}

/** Two of the blanks between columns can hold a sign: the one after the time, and the one after the severity (or before the last column where there is none). */
function signBetween(columns: readonly ShownColumn[], at: number, event: EventRow, look: Look): string {
	if (columns[at - 1]?.name === 'time') {
		return timeFlag(event);
	}

	const severityAt = columns.findIndex(({name}) => name === 'severity');
	const noteAt = severityAt === -1 ? columns.length - 1 : severityAt + 1;
	return at === noteAt ? noteSign(event, look) : ' ';
}

/** The event has a note, or it is a note whose event is not among those read. */
function noteSign({noteCount, about}: EventRow, look: Look): string {
	if (noteCount !== undefined) {
		return glyphsFor(look).noted;
	}

	return about === 'absent' ? '?' : ' ';
}

/** The sign after the time: `~` borrowed from a neighbour, `>` written after rotation, `+` the record's end is still to come. */
function timeFlag({isTimeBorrowed, isLate, isProvisional}: EventRow): string {
	if (isTimeBorrowed) {
		return '~';
	}

	if (isLate) {
		return '>';
	}

	return isProvisional ? '+' : ' ';
}

/** The cells that an event's value would take in a column with room for all of it; 0 where the record gives no value. */
export function valueCells(state: ViewState, event: EventRow, column: Column): number {
	const {text} = cellOf(state, event, {column: {...column, widthCells: widestColumnCells}, columns: []});
	return text === nothing ? 0 : widthOf(cell(text.slice(0, widestColumnCells), state.look));
}

/** Shown where the record gives no value. */
const nothing = '-';

type CellText = CellStyle & {readonly text: string};

function cellOf(state: ViewState, event: EventRow, {column, columns}: InLine): CellText {
	const {widthCells} = column;
	switch (column.name) {
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
			return orDash(nameInSight({text: event.type ?? '', marks: []}, widthCells, state.look));
		}

		case 'user': {
			return orDash(nameInSight({text: event.user ?? '', marks: marksOf(event, 'user')}, widthCells, state.look));
		}

		case 'device': {
			const {device = '', marks} = shownDevice(event);
			return orDash(hostInSight({text: device, marks}, widthCells, state.look));
		}

		case 'host': {
			return orDash(hostInSight({text: event.host ?? '', marks: marksOf(event, 'host')}, widthCells, state.look));
		}

		case 'source': {
			const name = state.opened.sources.find(({id}) => id === event.source)?.name ?? '';
			return {text: nameInSight({text: name, marks: []}, widthCells, state.look).text, role: 'quiet'};
		}

		case 'message': {
			return messageText(event, {widthCells, columns, look: state.look});
		}
	}
}

/** What a person wrote by hand must never pass for what a log says. */
function actionOf(event: EventRow): CellText {
	return event.format === 'notes'
		? {text: 'By hand', role: 'key'}
		: {text: actionTitle(event.action), role: event.severity === 'alert' ? 'alert' : 'text', marks: marksOf(event, 'action')};
}

/** The clock, with the fraction that the record gave or with its own zone, as far as the column has room. */
function timeText(event: EventRow, state: ViewState, widthCells: number): string {
	const {time: {micros, nanos, digits}} = event;
	const {clock, fraction} = zonedTime(micros, rowZone(state, event), nanos);
	if (state.isOwnZone) {
		return `${widthCells < zonedClockCells ? clock.slice(0, 'hh:mm'.length) : clock}${offsetWord(event)}`;
	}

	const shownDigits = Math.min(digits, widthCells - clock.length - 1);
	return shownDigits > 0 ? `${clock}.${fraction.slice(0, shownDigits)}` : clock;
}

/** The longest possible clock with a zone: all rows of a column drop the seconds or none does. */
const zonedClockCells = '14:30:09+0530'.length;

/** A dash where the record gives no value. */
function orDash(named: Marked): CellText {
	return named.text === '' ? {text: nothing, role: 'quiet'} : named;
}
