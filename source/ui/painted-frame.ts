import {frameOf} from '../view/frame.ts';
import type {InputPlace, PaneLine} from '../view/drawing/pane-line.ts';
import type {Session} from '../view/session.ts';
import type {ViewState} from '../view/view-state.ts';
import {paint} from './paint.ts';
import {type Colours, type Theme, themeFor} from './theme.ts';

/** One row with its colours in it; `input` is a text box after the text. */
export type PaintedRow = {readonly text: string; readonly input?: PaintedInput};

export type PaintedInput = Pick<InputPlace, 'text' | 'widthCells' | 'edition'> & {readonly after: string};

/** The frames of the screen, in the shape of a store that React can subscribe to. */
export type PaintedFrames = {
	now(): readonly PaintedRow[];
	/** Calls the listener whenever the frame may have changed. Returns a function that stops it. */
	onChange(listener: () => void): () => void;
};

/** The frames of a session. An unchanged frame is the same object, so that an answer with no visible effect draws nothing. */
export function paintedFrames(session: Session, colours: Colours): PaintedFrames {
	let of: ViewState | undefined;
	let painted: readonly PaintedRow[] = [];
	return {
		onChange: session.onState,
		now() {
			const state = session.state();
			if (state !== of) {
				const rows = rowsOf(state, colours);
				of = state;
				painted = isSame(rows, painted) ? painted : rows;
			}

			return painted;
		},
	};
}

function rowsOf(state: ViewState, colours: Colours): PaintedRow[] {
	const theme = themeFor(state.themeName, colours);
	return frameOf(state).rows.map(line => paintedRow(line, theme));
}

function paintedRow({spans, input}: PaneLine, theme: Theme): PaintedRow {
	const text = paint(spans, theme);
	if (input === undefined) {
		return {text};
	}

	const {text: typed, widthCells, edition, after} = input;
	return {text, input: {text: typed, widthCells, ...(edition !== undefined && {edition}), after: paint(after, theme)}};
}

const isSame = (some: readonly PaintedRow[], others: readonly PaintedRow[]): boolean =>
	some.length === others.length && some.every(({text, input}, at) => text === others[at]!.text && isSameInput(input, others[at]!.input));

const isSameInput = (one: PaintedInput | undefined, other: PaintedInput | undefined): boolean =>
	one?.text === other?.text && one?.widthCells === other?.widthCells && one?.edition === other?.edition && one?.after === other?.after;
