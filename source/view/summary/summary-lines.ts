import type {Foreign} from '../../domain/foreign.ts';
import type {Group, GroupField} from '../../engine/engine.ts';
import type {FacetField} from '../../query/query.ts';
import {valueTitle} from '../filters/facet-values.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {hostInSight, nameInSight} from '../drawing/name-in-sight.ts';
import {counted, grouped} from '../drawing/numbers.ts';
import {cell, type Look, type Role, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {dayText, isSameYear, type Zone, zonedTime} from '../drawing/zoned-time.ts';
import {dayBars, dayCells, dayScale} from './day-hours.ts';
import {type SummarySection, summarySections} from './summary-sections.ts';

/** One line of the summary; the line of a group leads to its events. */
export type SummaryLine = {readonly spans: readonly Span[]; readonly leadsTo?: {readonly section: SummarySection; readonly group: Group}};

/** All lines, section by section; empty until the engine has answered. */
export function summaryLines(state: ViewState): SummaryLine[] {
	const {summary: {answer}} = state;
	return answer === undefined ? [] : summarySections.flatMap((section, at) => sectionLines(state, section, answer.answers[at]!));
}

/** The lines that lead somewhere, which are those the cursor can be on. */
export function summaryChoices(state: ViewState): ReadonlyArray<NonNullable<SummaryLine['leadsTo']>> {
	return summaryLines(state).flatMap(({leadsTo}) => leadsTo ?? []);
}

type Answered = {readonly groups: readonly Group[]; readonly distinct: number};

function sectionLines(state: ViewState, section: SummarySection, {groups, distinct}: Answered): SummaryLine[] {
	const {look} = state;
	const title = {spans: titleSpans(state, section)};
	const hiddenCount = distinct - groups.length;
	const rest = distinct === 0 ? section.none : (hiddenCount > 0 ? `${counted(hiddenCount, 'more line')}, ${section.wanted.isNew ? 'seen before these' : 'with smaller counts'}` : undefined);
	return [
		title,
		...inOrder(section, groups).map(group => ({spans: groupSpans(state, section, group, groups), leadsTo: {section, group}})),
		...(rest === undefined ? [] : [{spans: cell(`  ${rest}`, look, {role: 'quiet'})}]),
	];
}

/** Above hours of the day stands which is which. */
function titleSpans({look, size: {columns}}: ViewState, {title, wanted: {hasHours}}: SummarySection): Span[] {
	const titleCells = marginCells - 1 + nameCellsOn(columns, hasHours) + countCells + 2;
	return hasHours
		? [...cell(title, look, {role: 'heading', widthCells: titleCells}), ...cell(dayScale(dayCells(columns)), look, {role: 'quiet'})]
		: cell(title, look, {role: 'heading'});
}

/** By time where the section asks for it; otherwise as the engine ordered them. */
function inOrder({isByTime}: SummarySection, groups: readonly Group[]): readonly Group[] {
	return isByTime ? groups.toSorted((one, other) => one.firstMicros - other.firstMicros) : groups;
}

const countCells = 9;
const marginCells = 3;
/** Blanks around the times or the bar. */
const restMarginCells = 3;

/** The names, the count, and where there is room the first and last time; in place of these hours have a bar, and a day its hours. */
function groupSpans(state: ViewState, {wanted: {by, hasHours}}: SummarySection, group: Group, groups: readonly Group[]): Span[] {
	const {look, size: {columns}} = state;
	const nameCells = nameCellsOn(columns, hasHours);
	return row(look, columns - 1, [
		...cell('', look, {widthCells: marginCells - 1}),
		...nameSpans(by.map((field, at) => ({field, name: nameOf(field, group.values[at]!, state)})), nameCells, look),
		...cell(grouped(group.count), look, {role: 'number', widthCells: countCells, align: 'end'}),
		...cell(`  ${restText(state, group, {isHour: by[0] === 'hour', groups, restCells: columns - nameCells - besidesCells})}`, look, {role: 'quiet'}),
	]);
}

/** What a line has besides names and times. */
const besidesCells = marginCells + countCells + restMarginCells;

function nameCellsOn(columns: number, hasHours: true | undefined): number {
	const timesCells = columns < roomForTimes ? 0 : whenCells;
	return Math.min(columns - besidesCells - (hasHours ? Math.max(timesCells, dayCells(columns)) : timesCells), mostNameCells);
}

type RestPlace = {readonly isHour: boolean; readonly groups: readonly Group[]; readonly restCells: number};

function restText(state: ViewState, group: Group, {isHour, groups, restCells}: RestPlace): string {
	const {look, size: {columns}, zone} = state;
	if (group.hours !== undefined) {
		return dayBars(group.hours, dayCells(columns), look);
	}

	if (isHour) {
		return barText(group, groups, restCells, look);
	}

	return columns < roomForTimes ? '' : whenText(group, hasManyYears(state), zone);
}

type Named = {readonly field: GroupField; readonly name: string};

/** One name over the whole width, or two side by side. */
function nameSpans([first, second]: readonly Named[], widthCells: number, look: Look): Span[] {
	if (second === undefined) {
		return nameSpan(first!, widthCells, look, 'name');
	}

	const firstCells = Math.floor((widthCells - 1) / 2);
	return [...nameSpan(first!, firstCells, look, 'name'), ...cell(' ', look), ...nameSpan(second, widthCells - firstCells - 1, look, 'text')];
}

function nameSpan({field, name}: Named, widthCells: number, look: Look, role: Role): Span[] {
	const {text} = (field === 'device' ? hostInSight : nameInSight)({text: name, marks: []}, widthCells, look);
	return cell(text, look, {role, widthCells});
}

/** Whether the answer spans more than one year; decided over all sections, so that all lines look alike. */
function hasManyYears({summary: {answer}, zone}: ViewState): boolean {
	let firstMicros = Infinity;
	let lastMicros = -Infinity;
	for (const group of answer?.answers.flatMap(({groups}) => groups) ?? []) {
		firstMicros = Math.min(firstMicros, group.firstMicros);
		lastMicros = Math.max(lastMicros, group.lastMicros);
	}

	return firstMicros < lastMicros && !isSameYear(firstMicros, lastMicros, zone);
}

const roomForTimes = 70;
const mostNameCells = 40;

function nameOf(field: GroupField, value: Foreign, state: ViewState): string {
	if (field === 'hour') {
		const hour = hasManyYears(state) ? value : value.slice(yearCells);
		return `${hour}:00 - ${hour.slice(-hourCells)}:59`;
	}

	return value === '' ? '-' : valueTitle(field satisfies FacetField, value, state.opened.sources);
}

function barText({count}: Group, groups: readonly Group[], mostCells: number, look: Look): string {
	let most = 1;
	for (const group of groups) {
		most = Math.max(most, group.count);
	}

	const cells = Math.min(mostCells, longestBarCells) * count / most;
	return glyphsFor(look).full.repeat(Math.max(1, Math.round(cells)));
}

/** Longer bars would say no more. */
const longestBarCells = 30;

/** `03-03 09:04:58 - 09:12:04`; to the minute over several days, and one moment where first and last are the same. A year takes the place of the seconds. */
function whenText({firstMicros, lastMicros}: Group, hasYear: boolean, zone: Zone): string {
	const first = zonedTime(firstMicros, zone);
	const last = zonedTime(lastMicros, zone);
	const moment = `${dayText(first, hasYear)} ${first.clock}`;
	if (firstMicros === lastMicros) {
		return moment.padEnd(whenCells);
	}

	const text = first.date === last.date
		? (hasYear ? `${withoutSeconds(moment)} - ${withoutSeconds(last.clock)}` : `${moment} - ${last.clock}`)
		: (hasYear ? `${first.date} - ${last.date}` : `${withoutSeconds(moment)} - ${dayText(last, false)} ${withoutSeconds(last.clock)}`);
	return text.padEnd(whenCells);
}

const withoutSeconds = (text: string): string => text.slice(0, -':58'.length);

const yearCells = '2026-'.length;
const hourCells = '09'.length;
const whenCells = '03-03 09:04:58 - 09:12:04'.length;
