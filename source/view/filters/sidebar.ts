import {hostInSight, nameInSight} from '../drawing/name-in-sight.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {filledPane, topAround} from '../drawing/page-lines.ts';
import {layoutOf} from '../layout.ts';
import {compactCount, counted} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {blank, cell, type Ground, type Look, type Role, row} from '../drawing/span.ts';
import {titleRow} from '../drawing/title-row.ts';
import type {ViewState} from '../view-state.ts';
import {chosenItem, type SidebarItem, sidebarItems} from './sidebar-items.ts';

/** The filters: every value with the number of events it would show; `+` marks included values, `-` excluded ones. */
export function sidebarPane(state: ViewState, {columns, rows}: PaneSize): PaneLine[] {
	if (columns === 0) {
		return [];
	}

	const items = sidebarItems(state);
	const chosen = chosenItem(state);
	const room = rows - layoutOf(state).titleRows;
	const top = topAround(items.findIndex(({key}) => key === chosen?.key), room, items.length);
	const lines = items.slice(top, top + room).map(item => itemLine(state, item, item.key === chosen?.key, columns));
	const title = titleRow(state, 'filters', columns, listsBelow(items.slice(top + room), columns));
	return filledPane([...title, ...lines], {columns, rows});
}

/** Says how many lists follow below, so that nobody takes those in sight for all. */
function listsBelow(below: readonly SidebarItem[], columns: number): string {
	const lists = below.filter(({type}) => type === 'heading').length;
	return lists === 0 ? '' : (columns < roomForLists ? `${lists} below` : `${counted(lists, 'list')} below`);
}

const roomForLists = 24;

function itemLine(state: ViewState, item: SidebarItem, isChosen: boolean, columns: number): PaneLine {
	const {look} = state;
	const ground: Ground = isChosen && state.pane === 'filters' ? 'selected' : 'plain';
	switch (item.type) {
		case 'heading': {
			return {spans: row(look, columns, cell(` ${item.title}`, look, {role: 'heading'}))};
		}

		case 'narrow': {
			return narrowLine(state, item.title.length + markCells > columns ? {...item, title: item.shortTitle} : item, ground, columns);
		}

		case 'user-operations':
		case 'severity':
		case 'value': {
			return {spans: valueCells(item, ground, columns, look)};
		}
	}
}

function valueCells(item: SidebarItem, ground: Ground, columns: number, look: Look) {
	const {title, count, stance} = item;
	const number = count === undefined ? '' : compactCount(count);
	const inSight = item.type === 'value' && (item.field === 'device' || item.field === 'host') ? hostInSight : nameInSight;
	const mark = ground === 'selected' ? glyphsFor(look).selected : ' ';
	const titleCells = Math.max(0, columns - markCells - number.length - 1);
	return [
		...cell(`${mark}${stanceMark[stance ?? 'none']} `, look, {role: roleOf(stance), ground, widthCells: markCells}),
		...cell(inSight({text: title, marks: []}, titleCells, look).text, look, {role: stance === undefined ? 'text' : roleOf(stance), ground, widthCells: titleCells}),
		...cell(` ${number}`, look, {role: count === 0 ? 'quiet' : 'number', ground}),
	];
}

/** The selection mark, `+` or `-`, and a blank. */
const markCells = 3;

const stanceMark = {include: '+', exclude: '-', none: ' '} as const;

function roleOf(stance: SidebarItem['stance']): Role {
	return stance ?? 'text';
}

function narrowLine({textBox, sidebar: {narrow}, look}: ViewState, item: SidebarItem & {type: 'narrow'}, ground: Ground, columns: number): PaneLine {
	const mark = ground === 'selected' ? glyphsFor(look).selected : ' ';
	const isOpen = narrow?.field === item.field;
	if (isOpen && textBox === 'narrow') {
		const widthCells = columns - markCells - 1;
		return {spans: cell(` ${mark} `, look, {role: 'key'}), input: {box: 'narrow', text: narrow.text, widthCells, after: blank(1)}};
	}

	const text = isOpen && narrow.text !== '' ? `"${narrow.text}"` : item.title;
	return {spans: [...cell(`${mark}  `, look, {ground}), ...cell(text, look, {role: 'quiet', ground, widthCells: columns - markCells})]};
}
