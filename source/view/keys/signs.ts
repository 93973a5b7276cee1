import {type Glyphs, glyphsFor} from '../drawing/glyphs.ts';
import type {Look} from '../drawing/span.ts';

export type Sign = {readonly sign: string; readonly meaning: string};

type SignRow = {readonly sign: (glyphs: Glyphs) => string; readonly meaning: string};

const signRows: readonly SignRow[] = [
	{sign: ({selected}) => selected, meaning: 'The selected event, and the pane that has the keys'},
	{sign: () => 'A N I', meaning: 'Severity: alert, notice, info; blank where the record tells none'},
	{sign: () => '-', meaning: 'The record names nobody'},
	{sign: ({hit}) => hit, meaning: 'Found by the search; at the right edge: where the other hits lie'},
	{sign: ({context}) => context, meaning: 'Shown because it is near a hit: the filters hide it'},
	{sign: ({marked}) => marked, meaning: 'Marked with m'},
	{sign: ({noted}) => noted, meaning: 'Somebody wrote a note on it: its details show it'},
	{sign: () => '?', meaning: 'A note whose event is in none of the logs read'},
	{sign: () => '~', meaning: 'After a time: the record has none; its neighbour\'s is shown'},
	{sign: () => '>', meaning: 'After a time: written when its file had been rotated away'},
	{sign: () => '+', meaning: 'After a time: the end of the record is still to be written'},
	{sign: ({place}) => place, meaning: 'At the right edge: the part of the timeline on screen'},
	{sign: () => '!', meaning: 'In the histogram: a hole, and no events around it'},
	{sign: () => 'A N', meaning: 'In the histogram: alerts, notices; where many, the most'},
	{sign: ({cut}) => cut, meaning: 'The text goes on: the details show all of it'},
	// Escaped when it is drawn, as such bytes always are.
	{sign: () => '\u{1B}', meaning: 'A byte of the log that is not text, shown as its code'},
];

/** Every sign that the screen may show, and what it means. */
export function signsFor(look: Look): Sign[] {
	return signRows.map(({sign, meaning}) => ({sign: sign(glyphsFor(look)), meaning}));
}
