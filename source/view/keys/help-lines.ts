import {isNarrowScreen} from '../drawing/narrow.ts';
import {sentenceLines} from '../drawing/sentence-rows.ts';
import type {Look} from '../drawing/span.ts';
import {textBoxes, type ViewState} from '../view-state.ts';
import {signsFor} from './signs.ts';
import {type KeyPlace, type KeyRow, keymap, keyTitle} from './keymap.ts';

type KeyLine = {readonly type: 'key'; readonly keys: string; readonly help: string};

export type HelpLine = KeyLine | {readonly type: 'title'; readonly text: string};

type Section = {
	readonly title: string;
	/** Help asked for in one of these places shows this section first. */
	readonly places: readonly KeyPlace[];
	readonly belongs: (row: KeyRow) => boolean;
};

const otherBoxes = textBoxes.filter(box => !['search', 'narrow', 'query', 'palette'].includes(box));

const sections: readonly Section[] = [
	{title: 'Everywhere', places: [], belongs: ({when}) => isIn(when, 'timeline') && isIn(when, 'filters') && isIn(when, 'chips')},
	{title: 'On an event or one of its fields', places: ['timeline', 'details'], belongs: ({when}) => (isIn(when, 'timeline') || isIn(when, 'details')) && !isIn(when, 'filters')},
	{title: 'In the filters', places: ['filters'], belongs: ({when}) => isIn(when, 'filters') && !isIn(when, 'timeline')},
	{title: 'On an active filter', places: ['chips'], belongs: ({when}) => isIn(when, 'chips') && !isIn(when, 'timeline')},
	{title: 'On the histogram', places: ['histogram'], belongs: ({when}) => isIn(when, 'histogram') && !isIn(when, 'timeline')},
	{title: 'In the summary', places: ['summary'], belongs: ({when}) => isIn(when, 'summary') && !isIn(when, 'timeline')},
	{title: 'On the page of the logs', places: ['logs'], belongs: ({when}) => isIn(when, 'logs') && !isIn(when, 'summary') && !isIn(when, 'timeline')},
	{title: 'In the list of columns', places: ['columns'], belongs: ({when}) => isIn(when, 'columns') && !isIn(when, 'timeline')},
	{title: 'While a span is chosen', places: ['spans'], belongs: ({when}) => isIn(when, 'spans') && !isIn(when, 'histogram')},
	{title: 'In the search box', places: ['search', 'narrow'], belongs: ({when}) => isIn(when, 'search') && !isIn(when, 'query')},
	{title: 'In the line of the filters', places: ['query'], belongs: ({when}) => isIn(when, 'query') && !isIn(when, 'search')},
	{title: 'In the list of everything', places: ['palette'], belongs: ({when}) => isIn(when, 'palette') && !isIn(when, 'search')},
	{title: 'In the other boxes', places: otherBoxes, belongs: ({when}) => otherBoxes.some(box => isIn(when, box)) && !isIn(when, 'search')},
	{title: 'In every box', places: textBoxes, belongs: ({when}) => textBoxes.every(box => isIn(when, box)) && !isIn(when, 'timeline')},
];

/** Cells of the column of keys, left of what they do. */
export const helpKeyCells = (columns: number): number => isNarrowScreen(columns) ? 14 : 21;

/** The whole help: the keys of `place`, the keys that work everywhere, all other keys, then the signs and what searches and times may look like. Lines longer than a row are broken. */
export function helpLines(place: KeyPlace, {size: {columns}, look}: HelpRoom): HelpLine[] {
	return allLines(place, look).flatMap((line): readonly HelpLine[] => line.type === 'key' ? brokenLine(line, columns) : [line]);
}

/** The whole key table by the place where the keys work, those that work everywhere first. */
export function keySections(): ReadonlyArray<{readonly title: string; readonly lines: ReadonlyArray<{readonly keys: string; readonly help: string}>}> {
	return sections.map(({title, belongs}) => ({title, lines: keyLines(keymap.filter(row => belongs(row)))}));
}

export type HelpRoom = Pick<ViewState, 'size' | 'look'>;

function brokenLine({keys, help}: KeyLine, columns: number): KeyLine[] {
	const keyParts = sentenceLines(keys, helpKeyCells(columns) - 2);
	const helpParts = sentenceLines(help, columns - helpKeyCells(columns));
	return Array.from({length: Math.max(keyParts.length, helpParts.length)}, (_, at) => ({type: 'key', keys: keyParts[at] ?? '', help: helpParts[at] ?? ''}));
}

function allLines(place: KeyPlace, look: Look): HelpLine[] {
	const [near, others] = [true, false].map(isNear => sections.filter(({places}) => places.includes(place) === isNear)) as [Section[], Section[]];
	return [...[...near, ...others].flatMap(({title, belongs}) => [{type: 'title' as const, text: title}, ...keyLines(keymap.filter(row => belongs(row)))]), ...signLines(look), ...searchLines, ...timeLines];
}

const signLines = (look: Look): HelpLine[] => [
	{type: 'title', text: 'Signs'},
	...signsFor(look).map(({sign, meaning}) => ({type: 'key' as const, keys: sign, help: meaning})),
];

const searchLines: readonly HelpLine[] = [
	{type: 'title', text: 'What search understands'},
	{type: 'key', keys: 'dana reset', help: 'Both words, anywhere, any case'},
	{type: 'key', keys: '"password reset"', help: 'The phrase'},
	{type: 'key', keys: '/fail(ed|ure)/', help: 'A regular expression'},
	{type: 'key', keys: 'user:dana', help: 'Only in that field'},
	{type: 'key', keys: '-user:dana', help: 'Not in that field'},
	{type: 'key', keys: 'device:10.2.1.0/24', help: 'Every address of a network; 10.2.*.7 is any such'},
	{type: 'key', keys: 'src: dst: ip:', help: 'Where it came from, where it went, either'},
];

const timeLines: readonly HelpLine[] = [
	{type: 'title', text: 'What times may be'},
	{type: 'key', keys: '10:15', help: 'The last time it was 10:15'},
	{type: 'key', keys: '-3h', help: 'Three hours ago; in an old log, three hours before its end'},
	{type: 'key', keys: 'yesterday 14:00', help: 'In words'},
	{type: 'key', keys: '2026-03-03 09:06', help: 'With its day'},
	{type: 'key', keys: '10:15 +02:00', help: 'In another zone than the screen\'s; also 10:15 Europe/Berlin'},
	{type: 'key', keys: '02:30 first', help: 'When summer time ends an hour comes twice: first, second'},
];

/** Rows with the same help (Left and Right both choose a column) become one line. */
function keyLines(rows: readonly KeyRow[]): KeyLine[] {
	const keysByHelp = new Map<string, string[]>();
	for (const {help, keys} of rows) {
		keysByHelp.set(help, [...keysByHelp.get(help) ?? [], ...keys.map(key => keyTitle(key))]);
	}

	return [...keysByHelp].map(([help, keys]) => ({type: 'key', keys: [...new Set(keys)].join(' '), help}));
}

function isIn(when: readonly KeyPlace[], place: KeyPlace): boolean {
	return when.includes(place);
}
