import type {EventRow, HitRange} from '../../engine/engine.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {hostInSight, type Marked} from '../drawing/name-in-sight.ts';
import {clamp} from '../drawing/numbers.ts';
import type {Look} from '../drawing/span.ts';
import type {ShownColumn} from './columns.ts';

/** The message's column and those beside it. */
type MessagePlace = {readonly widthCells: number; readonly columns: readonly ShownColumn[]; readonly look: Look};

/**
What the message column shows. A message that would be cut off, or that says no more than the action, gives way to what the record names: a console of 80 columns
has room for `from 10.20.0.99` but not for the sentence around it. A search hit in the message is always kept in sight.
*/
export function messageText(event: EventRow, {widthCells, columns, look}: MessagePlace): Marked {
	const brief = briefOf(event);
	const isCut = isDone(event) && brief.text.length > widthCells;
	const named = brief.marks.length === 0 && (isCut || isOnlyItsType(event)) ? namedBeside(event, columns) : '';
	const shown = named === '' ? brief : {text: named, marks: []};
	if (isCutPath(shown, widthCells)) {
		return withEndInSight(shown.text, widthCells, look);
	}

	return named === '' ? withHitInSight(brief, widthCells, look) : namedInSight(named, widthCells, look);
}

/** `from plant-…-07` rather than `from plant-hambu…`. */
function namedInSight(named: string, widthCells: number, look: Look): Marked {
	const preposition = named.startsWith('from ') ? 'from ' : '';
	const {text} = hostInSight({text: named.slice(preposition.length), marks: []}, widthCells - preposition.length, look);
	return {text: preposition + text, marks: []};
}

/** What the record names and no column shows; the devices count where they have no column of their own. */
function namedBeside({gist, devices}: EventRow, columns: readonly ShownColumn[]): string {
	if (columns.every(({name}) => name !== 'device')) {
		return gist === '' ? devices.join(', ') : gist;
	}

	return devices.some(device => gist === `from ${device}`) ? '' : gist;
}

/** Whether the action says what was done, so that the sentence can go. An alert's sentence cannot: it says what the alert is about. */
const isDone = ({action, category, briefFrom}: EventRow): boolean => !(action === 'none' || action === 'user-operation' || category === 'alert') && briefFrom === 0;

const isOnlyItsType = ({message, type}: EventRow): boolean => message === type;

/** The message without the beginning that the other columns already show, unless the only hits are in it. */
export function briefOf(event: EventRow): Marked {
	const {message, briefFrom, hits} = event;
	const isOnlyBefore = hits.length > 0 && hits.every(({field, end}) => field === 'message' && end <= briefFrom);
	return isOnlyBefore ? {text: message, marks: hits} : textFrom(message, marksOf(event, 'message'), briefFrom);
}

/** The text from `start` on, and the marks that reach into it. */
function textFrom(text: string, marks: readonly HitRange[], start: number): Marked {
	const kept = marks.filter(({end}) => end > start);
	return {text: text.slice(start), marks: kept.map(mark => ({...mark, start: Math.max(0, mark.start - start), end: mark.end - start}))};
}

/** A long path, such as a cloud resource, with nothing marked in it. */
const isCutPath = ({text, marks}: Marked, widthCells: number): boolean => marks.length === 0 && text.length > widthCells && /^\/\S+$/v.test(text);

/** Paths tend to begin alike and differ at their end. */
function withEndInSight(text: string, widthCells: number, look: Look): Marked {
	const {cut} = glyphsFor(look);
	return {text: cut + [...text].slice(cut.length - widthCells).join(''), marks: []};
}

/** A long message is shown from shortly before its first hit where that would be cut off otherwise. */
function withHitInSight({text, marks}: Marked, widthCells: number, look: Look): Marked {
	const [first] = marks;
	if (first === undefined || first.end < widthCells) {
		return {text, marks};
	}

	const {cut} = glyphsFor(look);
	const start = first.start - clamp(widthCells - (first.end - first.start) - (2 * cut.length), 0, Math.min(first.start, contextCharacters));
	if (start <= cut.length) {
		return {text, marks};
	}

	const shift = start - cut.length;
	return {text: cut + text.slice(start), marks: marks.map(mark => ({...mark, start: mark.start - shift, end: mark.end - shift}))};
}

/** A little text before a hit shows what it belongs to, where there is room for both. */
const contextCharacters = 6;

export const marksOf = ({hits}: EventRow, field: HitRange['field']): HitRange[] => hits.filter(hit => hit.field === field);
