import test from 'ava';
import type {Histogram} from '../../../source/engine/engine.ts';
import {histogramStrip} from '../../../source/view/histogram/histogram-strip.ts';
import type {Look, Span} from '../../../source/view/drawing/span.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {freshState} from '../states.ts';

const colours: Look = {isUnicode: true, hasColours: true};
const noColours: Look = {isUnicode: true, hasColours: false};

/** An info, a notice, an alert among notices, nothing, an info; two cells are the blanks at the sides. */
const histogram: Histogram = {revision: 1, fromMicros: 0, toMicros: 5, counts: [1, 1, 4, 0, 1], notices: [0, 1, 3, 0, 0], alerts: [0, 0, 1, 0, 0], gaps: [0, 0, 0, 0, 0]};

const stateOf = (more: Partial<ViewState> = {}): ViewState => ({...freshState(), size: {columns: 7, rows: 24}, histogram, ...more});

const textOf = (spans: readonly Span[] | undefined): string | undefined => spans?.map(({text}) => text).join('');

const withLetters = {histogramRows: 1, cursorRows: 1, axisRows: 0};
const barsAlone = {histogramRows: 1, cursorRows: 0, axisRows: 0};

for (const [name, look] of [['with colours', colours], ['without', noColours]] as const) {
	test(`below the bars stands the letter of the worst of each, ${name}`, t => {
		const [bars, letters] = histogramStrip(stateOf({pane: 'histogram'}), withLetters, look);
		t.is(textOf(bars), '▸▂▂█ ▂ ');
		t.is(textOf(letters), '  NA ^ ');
	});
}

for (const [name, look] of [['with colours', colours], ['without', noColours]] as const) {
	test(`without a row below them the bars of alerts have their letter at the foot, ${name}`, t => {
		const [oneRow] = histogramStrip(stateOf(), barsAlone, look);
		t.is(textOf(oneRow), ' ▂▂A ▂ ');
		const threeRows = histogramStrip(stateOf(), {...barsAlone, histogramRows: 3}, look);
		t.deepEqual(threeRows.map(row => textOf(row)), ['   █   ', '   █   ', ' ▆▆A ▆ ']);
	});
}

test('in a chosen range letters stand between its brackets', t => {
	const {time} = freshState();
	const [, letters] = histogramStrip(stateOf({pane: 'histogram', time: {...time, cursorMicros: 4, beginMicros: 0}}), withLetters, colours);
	t.is(textOf(letters), ' [NA─^ ');
});

test('what is blank below the bars has not the look of the cursor, which a theme may underline', t => {
	const [, letters] = histogramStrip(stateOf({pane: 'histogram'}), withLetters, colours);
	t.deepEqual(letters!.filter(({text, role}) => role === 'focus' && text.trim() === ''), []);
});
