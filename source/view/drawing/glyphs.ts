import type {Look} from './span.ts';

export type Glyphs = {
	readonly rule: string;
	readonly dash: string;
	readonly selected: string;
	readonly hit: string;
	readonly marked: string;
	/** A row that somebody wrote a note on. */
	readonly noted: string;
	/** A row that is there only as the neighbour of a hit. */
	readonly context: string;
	readonly place: string;
	readonly remove: string;
	/** Stands for text left out. */
	readonly cut: string;
	/** Least to most; the first is "none". */
	readonly ramp: readonly string[];
	/** Fills a cell above which more follows. */
	readonly full: string;
};

const unicode: Glyphs = {rule: '│', dash: '─', selected: '▸', hit: '•', marked: '*', noted: '†', context: '·', place: '┃', remove: '×', cut: '…', ramp: [...' ▁▂▃▄▅▆▇█'], full: '█'};
const ascii: Glyphs = {rule: '|', dash: '-', selected: '>', hit: '*', marked: 'm', noted: 'n', context: '.', place: '#', remove: 'x', cut: '~', ramp: [...' _.:-=+*#'], full: '#'};

/** What this terminal can draw lines and bars with. */
export function glyphsFor({isUnicode}: Look): Glyphs {
	return isUnicode ? unicode : ascii;
}
