import {isNarrowScreen} from '../drawing/narrow.ts';
import {hasNoLog} from '../reading.ts';
import {cell, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {keymap, type KeyRow, keyTitle} from './keymap.ts';
import {keyPlace} from './key-meaning.ts';

/** The keys of the focused pane or box, most used first, as many as fit; the keys for help and for leaving are always there. */
export function keyBar(state: ViewState, look: Look): Span[] {
	const {columns} = state.size;
	const place = keyPlace(state);
	const right = lastWords(state, look);
	const rows = hasNoLog(state)
		? []
		: keymap.filter(key => key.bar !== undefined && key.when.includes(place) && key.off?.(state) === undefined);
	return row(look, columns, fitting(rows, {columns, widthCells: columns - widthOf(right)}, look), right);
}

function fitting(rows: readonly KeyRow[], {columns, widthCells}: {readonly columns: number; readonly widthCells: number}, look: Look): Span[] {
	const shown: Span[] = [];
	for (const {keys, bar = '', narrowBar = bar} of rows) {
		const spans = hint(keyTitle(keys[0]), isNarrowScreen(columns) ? narrowBar : bar, look);
		if (widthOf(shown) + widthOf(spans) > widthCells) {
			break;
		}

		shown.push(...spans);
	}

	return shown;
}

function lastWords({textBox, helpTop, summary, logs, columnChooser, isChoosingSpan, pane, size: {columns}}: ViewState, look: Look): Span[] {
	const isNarrow = isNarrowScreen(columns);
	// On a narrow screen the time spans take the whole row.
	if (textBox !== undefined || (isChoosingSpan && isNarrow)) {
		return [];
	}

	const out = hint('Esc', 'back', look);
	if (helpTop !== undefined || columnChooser !== undefined || isChoosingSpan) {
		return out;
	}

	const help = hint('?', 'help', look);
	return pane === 'timeline' && !summary.isOpen && !logs.isOpen ? [...help, ...hint('q', 'quit', look)] : (isNarrow ? out : [...help, ...out]);
}

function hint(key: string, words: string, look: Look): Span[] {
	return [...cell(` ${key}`, look, {role: 'key'}), ...cell(` ${words} `, look, {role: 'quiet'})];
}
