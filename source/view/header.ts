import type {Health} from '../engine/engine.ts';
import {faultsOf} from './logs/fault-words.ts';
import {layoutOf} from './layout.ts';
import {counted, grouped} from './drawing/numbers.ts';
import {isSilent, isTroubled, sourceSentence} from './logs/source-words.ts';
import {cell, type Look, type Role, row, type Span, widthOf} from './drawing/span.ts';
import {newSincePause} from './timeline/update-timeline.ts';
import type {ViewState} from './view-state.ts';
import {isReading} from './reading.ts';
import {dayText, isSameYear, type Zone, type ZonedTime, zonedTime} from './drawing/zoned-time.ts';

/** Name, state, counts and time range: what the eye looks for first after a minute away. */
export function headerRow(state: ViewState, look: Look): Span[] {
	const {size: {columns}, opened: {sources}} = state;
	const words: Word[] = [
		{text: 'Ledgerline', role: 'name'},
		...liveness(state),
		...troubleOnCompact(state),
		...(state.isOwnZone ? [{text: 'own zones', role: 'chip' as const}] : []),
		...(state.isOpening ? [] : [{text: counted(knownEvents(state), 'event'), role: 'quiet' as const}, {text: counted(sources.length, 'source'), role: 'quiet' as const}]),
		...(state.marks.length === 0 ? [] : [{text: counted(state.marks.length, 'mark'), role: 'chip' as const}]),
	];
	const left = fitting(words.map(({text, role}) => cell(` ${text} `, look, {role})), columns);
	return row(look, columns, left, rightEnd(state, columns - widthOf(left), look));
}

/**
A page can arrive before the news of the events in it; the count must not lag behind the rows. While logs are read the news never rests: over a slow link the count of the
page has to do.
*/
function knownEvents(state: ViewState): number {
	const {change, timeline: {page}} = state;
	const told = page !== undefined && state.isSlowLink && isReading(state) ? 0 : change?.totalEvents ?? 0;
	return Math.max(told, page?.totalEvents ?? 0);
}

/** As many whole words as fit: a number cut off would read as another number. */
function fitting(words: readonly Span[][], columns: number): Span[] {
	const shown: Span[] = [];
	for (const word of words) {
		if (widthOf(shown) + widthOf(word) > columns) {
			break;
		}

		shown.push(...word);
	}

	return shown;
}

type Word = {readonly text: string; readonly role: Role};

/** Reading and being paused are independent: both can be shown at once. */
function liveness(state: ViewState): Word[] {
	const {health, timeline} = state;
	const reading: Word[] = isReading(state) ? [{text: health === undefined ? 'READING' : `READING ${share(health)} %`, role: 'busy'}] : [];
	if (!timeline.isFollowing) {
		const arrived = newSincePause(timeline);
		return [...reading, {text: arrived === 0 ? 'PAUSED' : `PAUSED ${grouped(arrived)} new`, role: 'paused'}];
	}

	if (reading.length > 0 || state.opened.sources.length === 0) {
		return reading;
	}

	if (health?.sources.every(source => isSilent(source))) {
		return [...reading, {text: 'WAITING', role: 'paused'}];
	}

	const hasEnded = health?.sources.every(source => source.state.type === 'ended');
	return [hasEnded ? {text: 'ENDED', role: 'quiet'} : {text: 'LIVE', role: 'live'}];
}

/** Compact screens have no room for a sentence about trouble; they name the key that shows it. */
function troubleOnCompact(state: ViewState): Word[] {
	const sources = state.health?.sources.filter(source => isTroubled(source)).length ?? 0;
	const isTold = !layoutOf(state).isCompact || sources + faultsOf(state).length === 0;
	return isTold ? [] : [{text: 'TROUBLE: L', role: 'trouble'}];
}

function share({readBytes, totalBytes}: Health): number {
	return totalBytes === 0 ? 0 : Math.min(99, Math.floor((100 * readBytes) / totalBytes));
}

/** The trouble of a source if there is one, else the time range. */
function rightEnd(state: ViewState, roomCells: number, look: Look): Span[] {
	const trouble = state.health?.sources.find(source => isTroubled(source));
	if (trouble !== undefined && roomCells > leastTroubleCells) {
		return cell(` ${sourceSentence(trouble)} `, look, {role: 'trouble', widthCells: roomCells, align: 'end'});
	}

	const {firstMicros, lastMicros} = state.timeline.page ?? {};
	const texts = firstMicros === undefined || lastMicros === undefined ? [] : rangeTexts(firstMicros, lastMicros, state.zone);
	const text = texts.find(each => each.length < roomCells);
	return text === undefined ? [] : cell(`${text} `, look, {role: 'quiet'});
}

/** Cut shorter than this, a sentence names neither the source nor its trouble. */
const leastTroubleCells = 12;

/** The range as short as its days allow, then a shorter form for less room. */
export function rangeTexts(firstMicros: number, lastMicros: number, zone: Zone): readonly [string, string] {
	const first = zonedTime(firstMicros, zone);
	const last = zonedTime(lastMicros, zone);
	if (first.date === last.date) {
		return [`${first.clock} - ${last.clock} ${zone}`, `${minutes(first)} - ${minutes(last)} ${zone}`];
	}

	const hasYear = !isSameYear(firstMicros, lastMicros, zone);
	const [from, to] = [dayText(first, hasYear), dayText(last, hasYear)];
	return [`${from} ${minutes(first)} - ${to} ${minutes(last)} ${zone}`, `${from} - ${to} ${zone}`];
}

const minutes = ({clock}: ZonedTime): string => clock.slice(0, 'hh:mm'.length);
