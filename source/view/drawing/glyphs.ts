import type {Look} from './span.ts';

export type Glyphs = {
	readonly rule: string;
	readonly dash: string;
	readonly selected: string;
	readonly hit: string;
	readonly marked: string;
	/** A row that has a note. */
	readonly noted: string;
	/** A row shown only as the neighbour of a hit. */
	readonly context: string;
	readonly place: string;
	readonly remove: string;
	/** Stands for text left out. */
	readonly cut: string;
	/** Least to most; the first is "none". */
	readonly ramp: readonly string[];
	/** A full cell of a bar. */
	readonly full: string;
};

const unicode: Glyphs = {rule: '│', dash: '─', selected: '▸', hit: '•', marked: '*', noted: '†', context: '·', place: '┃', remove: '×', cut: '…', ramp: [...' ▁▂▃▄▅▆▇█'], full: '█'};
const ascii: Glyphs = {rule: '|', dash: '-', selected: '>', hit: '*', marked: 'm', noted: 'n', context: '.', place: '#', remove: 'x', cut: '~', ramp: [...' _.:-=+*#'], full: '#'};

/** The characters that this terminal can draw lines, bars and marks with. */
export function glyphsFor({isUnicode}: Look): Glyphs {
	return isUnicode ? unicode : ascii;
}
