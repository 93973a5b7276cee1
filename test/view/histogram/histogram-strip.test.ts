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

/** One row of bars for these numbers of alerts and notices, of 8 events each. */
function lettersAt(alerts: readonly number[], notices: readonly number[]): string {
	const many: Histogram = {...histogram, toMicros: alerts.length, counts: alerts.map(() => 8), alerts, notices, gaps: alerts.map(() => 0)};
	const [oneRow] = histogramStrip({...stateOf({histogram: many}), size: {columns: alerts.length + 2, rows: 24}}, barsAlone, colours);
	return textOf(oneRow)!.trim();
}

for (const [name, alerts, notices, shown] of [
	['notices have theirs beside few alerts', [0, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2, 0, 0], '█A███N██'],
	['notices have none where they are many', [0, 1, 0, 0, 0, 0, 0, 0], [9, 0, 1, 0, 0, 2, 0, 0], '█A██████'],
	['of many bars with alerts those with the most', [1, 1, 1, 2, 1, 1, 7, 1], [1, 1, 1, 1, 1, 1, 1, 1], '███A██A█'],
	['of bars with as many alerts as any other none', [1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0], '████████'],
] as const) {
	test(`letters hide no more than a quarter of the bars: ${name}`, t => {
		t.is(lettersAt(alerts, notices), shown);
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
