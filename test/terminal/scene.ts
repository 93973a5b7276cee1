import fc from 'fast-check';
import {cellsOf} from '../../source/text/code-points.ts';
import type {Size} from '../../source/terminal/terminal.ts';

/** Text in one style. */
type Segment = {readonly sgr: string; readonly text: string};

/** What a full screen shows, row by row. */
export type Scene = {readonly size: Size; readonly rows: ReadonlyArray<readonly Segment[]>};

export type Step =
	| {readonly type: 'scroll'; readonly top: number; readonly by: number; readonly incoming: readonly Segment[]}
	| {readonly type: 'write'; readonly row: number; readonly segments: readonly Segment[]}
	| {readonly type: 'resize'; readonly size: Size}
	| {readonly type: 'repaint'}
	| {readonly type: 'fall behind'};

const anySgr = fc.constantFrom('', '1', '2', '1;2', '7', '4', '31', '92', '38;5;208', '44', '7;1;33', '3;9', '41;97');
const anyText = fc.oneof(
	{weight: 4, arbitrary: textOf('abcdefgh 0123456789.:-', 30)},
	{weight: 1, arbitrary: textOf('中文한アx ', 12)},
	{weight: 1, arbitrary: textOf('😀🚀y ', 8)},
	{weight: 1, arbitrary: fc.array(fc.constantFrom('e\u{301}', 'o\u{308}\u{323}', 'n', '│', '▁', '…'), {maxLength: 8}).map(parts => parts.join(''))},
	{weight: 1, arbitrary: fc.constantFrom(' '.repeat(3), ' '.repeat(20), '│')},
);
const anySegments = fc.array(fc.record({sgr: anySgr, text: anyText}), {maxLength: 5});
const anySize = fc.record({columns: fc.integer({min: 2, max: 70}), rows: fc.integer({min: 2, max: 20})});
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{weight: 5, arbitrary: fc.record({type: fc.constant('scroll' as const), top: fc.nat(6), by: fc.integer({min: -4, max: 4}), incoming: anySegments})},
	{weight: 4, arbitrary: fc.record({type: fc.constant('write' as const), row: fc.nat(19), segments: anySegments})},
	{weight: 1, arbitrary: fc.record({type: fc.constant('resize' as const), size: anySize})},
	{weight: 1, arbitrary: fc.constant({type: 'repaint' as const})},
	{weight: 1, arbitrary: fc.constant({type: 'fall behind' as const})},
);

/** A first picture, and what happens to it. */
export const anyStory = fc.record({
	size: anySize,
	rows: fc.array(anySegments, {minLength: 20, maxLength: 20}),
	steps: fc.array(anyStep, {minLength: 1, maxLength: 12}),
});

export function sceneAfter(scene: Scene, step: Step): Scene {
	switch (step.type) {
		case 'scroll': {
			return {...scene, rows: scrolled(scene.rows, step.top, step.by, step.incoming)};
		}

		case 'write': {
			return {...scene, rows: scene.rows.with(step.row, step.segments)};
		}

		case 'resize': {
			return {...scene, size: step.size};
		}

		case 'repaint':
		case 'fall behind': {
			return scene;
		}
	}
}

/** The frame as Ink's text: rows cut to the width, each ending in the plain style. */
export function frameOf({size, rows}: Scene): string {
	return rows.slice(0, size.rows).map(row => drawnRow(row, size.columns)).join('\n');
}

function scrolled(rows: Scene['rows'], top: number, by: number, incoming: readonly Segment[]): Scene['rows'] {
	const fixed = rows.slice(0, top);
	const moving = rows.slice(top);
	const blanks = Array.from({length: Math.abs(by)}, () => incoming);
	return by > 0 ? [...fixed, ...moving.slice(by), ...blanks] : [...fixed, ...blanks, ...moving.slice(0, moving.length + by)];
}

function drawnRow(row: readonly Segment[], columns: number): string {
	let leftCells = columns;
	const drawn = row.map(({sgr, text}) => {
		const fitting = fittingText(text, leftCells);
		leftCells -= fitting.cells;
		return `\u{1B}[${sgr}m${fitting.text}\u{1B}[0m`;
	});
	return drawn.join('');
}

function fittingText(text: string, leftCells: number): {readonly text: string; readonly cells: number} {
	let cells = 0;
	let fitting = '';
	for (const character of text) {
		const width = cellsOf(character.codePointAt(0)!);
		if (cells + width > leftCells) {
			break;
		}

		cells += width;
		fitting += character;
	}

	return {text: fitting, cells};
}

function textOf(characters: string, maxLength: number): fc.Arbitrary<string> {
	return fc.string({minLength: 1, maxLength, unit: fc.constantFrom(...characters)});
}
