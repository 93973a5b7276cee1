import {foreignText} from '../../domain/foreign.ts';
import {type KeyIntent, keymap, type KeyPlace, type KeyRow, keyTitle} from '../keys/keymap.ts';
import {paneWords} from '../keys/pane-words.ts';
import {panes, type ViewState} from '../view-state.ts';
import type {PaletteEntry} from './palette-entry.ts';

/** Every command of the key table by its help, with its key beside it, so that the palette teaches the keys. */
export function commandEntries(state: ViewState): PaletteEntry[] {
	const entries = new Map<string, PaletteEntry>();
	const rows = keymap.filter(each => isAction(each));
	for (const row of rows) {
		const entry = commandEntry(state, row);
		const before = entries.get(row.help);
		if (before === undefined || ('off' in before && 'intent' in entry)) {
			entries.set(row.help, entry);
		}
	}

	return entries.values().toArray();
}

/** Nobody looks up cursor movements by name. */
const motions: ReadonlySet<KeyIntent['type']> = new Set(['move', 'move-pages', 'move-part', 'choose-column', 'move-bar', 'next-pane', 'cancel', 'close-spans']);

function isAction({when, intent}: KeyRow): boolean {
	const isPalette = intent.type === 'open-line' && intent.box === 'palette';
	return !isPalette && !motions.has(intent.type) && (when.includes('spans') || panes.some(pane => when.includes(pane)));
}

function commandEntry(state: ViewState, row: KeyRow): PaletteEntry {
	const off = row.off?.(state) ?? offElsewhere(state, row.when);
	const entry = {kind: 'key', title: foreignText(row.help), beside: foreignText(keysTo(row))} as const;
	return off === undefined ? {...entry, intent: row.intent} : {...entry, off: foreignText(off)};
}

/** The keys of the time spans work only after `r`. */
const keysTo = ({when, keys}: KeyRow): string => `${when.includes('spans') ? 'r ' : ''}${keyTitle(keys[0])}`;

/** Commands that act on a pane's cursor work only in that pane; time spans work everywhere. */
function offElsewhere({pane}: ViewState, when: readonly KeyPlace[]): string | undefined {
	const places = panes.filter(each => when.includes(each));
	return when.includes('spans') || places.includes(pane) ? undefined : `only in ${places.map(each => paneWords[each]).join(' and ')}`;
}
