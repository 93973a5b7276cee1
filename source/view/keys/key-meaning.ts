import {isTerminalIntent, type TerminalIntent} from '../intents.ts';
import {chosenEntry} from '../boxes/line.ts';
import {counted} from '../drawing/numbers.ts';
import {panes, type ViewState} from '../view-state.ts';
import {paneWords} from './pane-words.ts';
import {type KeyIntent, keymap, type KeyPlace, type KeyRow, keyTitle} from './keymap.ts';

/** The pane, page or box that keys go to. */
export function keyPlace({textBox, helpTop, summary, logs, columnChooser, isChoosingSpan, pane}: ViewState): KeyPlace {
	if (helpTop !== undefined) {
		return 'help';
	}

	if (summary.isOpen || logs.isOpen) {
		return summary.isOpen ? 'summary' : 'logs';
	}

	const list = columnChooser === undefined ? undefined : 'columns' as const;
	return textBox ?? list ?? (isChoosingSpan ? 'spans' : pane);
}

/** Where keys will go once the help is closed. */
export function helpedPlace(state: ViewState): KeyPlace {
	return keyPlace({...state, helpTop: undefined});
}

export type KeyMeaning = KeyIntent | {readonly type: 'refused'; readonly reason: string};

/** What a key does now, or why it does nothing; undefined when it is text for a box. */
export function meaningOf(state: ViewState, key: string): KeyMeaning | undefined {
	const place = keyPlace(state);
	const found = rowFor(key, place) ?? rowBelow(state, key, place);
	if (found === undefined) {
		return state.textBox === undefined ? {type: 'refused', reason: whyNothing(key, place)} : undefined;
	}

	const reason = found.off?.(state);
	return reason === undefined ? chosenCommand(state, found) ?? found.intent : {type: 'refused', reason};
}

/** A paste with no box open must not be obeyed as commands, key by key. Text typed ahead over a slow link can look like one, so it is never dropped without a word. */
export const meaningOfPaste = (text: string): KeyMeaning => ({type: 'refused', reason: `${counted([...text].length, 'character')} came at once, like a paste: open a box for it, or type`});

/** A palette entry that only the terminal can carry out works as if its own key had been pressed. */
function chosenCommand({line}: ViewState, row: KeyRow): TerminalIntent | undefined {
	const entry = row.intent.type === 'accept-text' ? chosenEntry(line) : undefined;
	return entry !== undefined && 'intent' in entry && isTerminalIntent(entry.intent) ? entry.intent : undefined;
}

/** Keys that the help does not use go to the place it was opened in, and those that the choice of a time span does not use go to the pane. */
function rowBelow(state: ViewState, key: string, place: KeyPlace): KeyRow | undefined {
	if (place === 'help') {
		return rowFor(key, helpedPlace(state));
	}

	return place === 'spans' ? rowFor(key, state.pane) : undefined;
}

function rowFor(key: string, place: KeyPlace): KeyRow | undefined {
	return keymap.find(({keys, when}) => keys.includes(key) && when.includes(place));
}

/** Every key gets an answer: over a slow link silence would leave the person wondering whether it arrived. */
function whyNothing(key: string, place: KeyPlace): string {
	const places = panes.filter(pane => rowFor(key, pane) !== undefined);
	if (places.length === 0) {
		return `${keyTitle(key)} is no key here: ? shows them all`;
	}

	const away = awayWords.get(place);
	return away === undefined ? `${keyTitle(key)} is a key of ${places.map(each => paneWords[each]).join(' and ')} alone` : `${keyTitle(key)} does nothing ${away}`;
}

/** What covers the panes, and how to leave it. */
const awayWords: ReadonlyMap<KeyPlace, string> = new Map([
	['summary', 'in the summary: Esc leaves it'],
	['logs', 'on this page: Esc leaves it'],
	['columns', 'in the list of columns: Esc leaves it'],
]);
