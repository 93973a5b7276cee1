import type {EventRow, HitRange} from '../../engine/engine.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import type {Look} from '../drawing/span.ts';
import type {ShownColumn} from './columns.ts';

type MarkedText = {readonly text: string; readonly marks: readonly HitRange[]};

/** The column of the message, and those that stand beside it. */
type MessagePlace = {readonly widthCells: number; readonly columns: readonly ShownColumn[]; readonly look: Look};

/**
Where a message is cut off, or says no more than its action, what the record names tells more: a console of 80 columns has room for `from 10.20.0.99`
and none for the sentence around it. Where a search found something, its place in the sentence is what is wanted.
*/
export function messageText(event: EventRow, {widthCells, columns, look}: MessagePlace): MarkedText {
	const brief = briefOf(event);
	const isCut = isDone(event) && brief.text.length > widthCells;
	const named = brief.marks.length === 0 && (isCut || isOnlyItsType(event)) ? namedBeside(event, columns) : '';
	const shown = named === '' ? brief : {text: named, marks: []};
	return isCutPath(shown, widthCells) ? withEndInSight(shown.text, widthCells, look) : withHitInSight(shown, widthCells, look);
}

/** What the record names and no column shows: its devices are named where they have no column of their own. */
function namedBeside({gist, devices}: EventRow, columns: readonly ShownColumn[]): string {
	if (columns.every(({name}) => name !== 'device')) {
		return gist === '' ? devices.join(', ') : gist;
	}

	return devices.some(device => gist === `from ${device}`) ? '' : gist;
}

/** Whether the action says what was done, so that its sentence can go: an alert's is what the alert is about. */
const isDone = ({action, category, briefFrom}: EventRow): boolean => !(action === 'none' || action === 'user-operation' || category === 'alert') && briefFrom === 0;

const isOnlyItsType = ({message, type}: EventRow): boolean => message === type;

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

/** A path of many parts, such as the resource of a cloud, and nothing marked in it. */
const isCutPath = ({text, marks}: MarkedText, widthCells: number): boolean => marks.length === 0 && text.length > widthCells && /^\/\S+$/v.test(text);

/** Paths begin alike, and are told apart by their end. */
function withEndInSight(text: string, widthCells: number, look: Look): MarkedText {
	const {cut} = glyphsFor(look);
	return {text: cut + [...text].slice(cut.length - widthCells).join(''), marks: []};
}

/** A long message begins shortly before its first hit, where that would be cut off otherwise. */
function withHitInSight({text, marks}: MarkedText, widthCells: number, look: Look): MarkedText {
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

export const marksOf = ({hits}: EventRow, field: HitRange['field']): HitRange[] => hits.filter(hit => hit.field === field);
