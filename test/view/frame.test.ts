import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {unescape} from '../../source/text/escape.ts';
import type {Shown} from '../../source/text/shown.ts';
import {widthOf} from '../../source/text/width.ts';
import {frameOf} from '../../source/view/frame.ts';
import type {PaneLine} from '../../source/view/drawing/pane-line.ts';
import {cell, type Ground} from '../../source/view/drawing/span.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {anIntent} from './any-intent.ts';
import {applianceEngine, hostileEvents} from './appliance.ts';
import {answered, freshState, lived} from './states.ts';

const engine = applianceEngine(hostileEvents);

const aSize = fc.record({columns: fc.integer({min: 1, max: 210}), rows: fc.integer({min: 1, max: 60})});
const aLook = fc.record({isUnicode: fc.boolean(), hasColours: fc.boolean()});

test('whatever is done at whatever size, a frame is exactly rows x columns and its widths are true', async t => {
	const property = fc.asyncProperty(aSize, aLook, fc.array(anIntent, {maxLength: 12}), async (size, look, intents) => {
		const state = await lived(await answered(freshState({size, look, opened: engine.opened, zones: ['UTC', 'Asia/Kolkata']}), engine), intents, engine);
		const {rows} = frameOf(state);
		// Not the test's own assertions: a failure is to be shrunk, and told with its seed.
		assert.equal(rows.length, size.rows);
		for (const line of rows) {
			assert.equal(cellsOf(line), size.columns);
			for (const {text, widthCells} of spansOf(line)) {
				assert.equal(widthOf(text), widthCells);
			}
		}
	});
	await t.notThrowsAsync(fc.assert(property, {numRuns: 150}));
});

function spansOf({spans, input}: PaneLine) {
	return [...spans, ...(input?.after ?? [])];
}

function cellsOf(line: PaneLine): number {
	let sum = line.input?.widthCells ?? 0;
	for (const {widthCells} of spansOf(line)) {
		sum += widthCells;
	}

	return sum;
}

test('no control byte of a log is in any frame', async t => {
	for (const hostile of ['\u{1B}[2J', '\u{9B}2J', '\u{7}', '\r', '\u{202E}', '\u{200B}', '\u{2028}', '\u{DC80}']) {
		const evil = inMemoryEngine([{time: '2026-03-03T09:00:00Z', user: hostile, host: hostile, devices: [hostile], message: `a${hostile}b`, fields: {[`f${hostile}`]: hostile}}], {sources: [`/var/log/${hostile}.log`]});
		// eslint-disable-next-line no-await-in-loop -- one payload after the other
		const state = await lived(await answered(freshState({opened: evil.opened, size: {columns: 160, rows: 50}}), evil), [{type: 'open-details'}, {type: 'next-pane', by: 1}], evil);
		const text = frameOf(state).rows.flatMap(line => spansOf(line).map(span => span.text)).join('');
		t.false(text.includes(hostile), JSON.stringify(hostile));
		t.notRegex(text, /[\p{Control}\p{Format}\p{Surrogate}]/v);
	}
});

test('a cell spells exactly what it was given, whatever that is', t => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
		const spans = cell(foreignText(text.replaceAll('\t', '')), {isUnicode: true, hasColours: true});
		t.is(unescape(spans.map(span => span.text).join('') as Shown), foreignText(text.replaceAll('\t', '')));
	}));
});

test('the same state gives the same picture', async t => {
	const state = await answered(freshState());
	t.deepEqual(frameOf(state), frameOf(state));
});

const textOn = (lines: readonly PaneLine[], ground: Ground) => lines.flatMap(line => spansOf(line).filter(span => span.ground === ground).map(span => span.text.trim())).filter(text => text !== '');

test('the selected row is one, and in it the one cell that a filter key would act on', async t => {
	const state = await lived(await answered(freshState()), [{type: 'move', by: -3}, {type: 'choose-column', by: 1}]);
	const {rows} = frameOf(state);
	t.is(rows.filter(line => textOn([line], 'selected').includes('Login')).length, 1);
	t.deepEqual(textOn(rows.slice(4, -2), 'chosen'), ['support']);
});

test('in another pane the selected row is remembered, not selected', async t => {
	const state = await lived(await answered(freshState()), [{type: 'move', by: -3}, {type: 'open-details'}]);
	const {rows} = frameOf(state);
	t.true(textOn(rows, 'remembered').includes('support'));
	t.is(rows.filter(line => textOn([line], 'selected').length > 0).length, 1);
});

test('while following no row is painted over, so that a new line costs few bytes', async t => {
	const {rows} = frameOf(await answered(freshState()));
	t.deepEqual([...textOn(rows, 'selected'), ...textOn(rows, 'remembered'), ...textOn(rows, 'chosen')], []);
});
