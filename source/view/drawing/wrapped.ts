import {cellsOf} from '../../text/code-points.ts';
import type {ShownSpan} from '../../text/shown.ts';
import type {Span} from './span.ts';

/** Spans broken into lines of at most `widthCells`: between words where one ends near the edge, and never within a wide character. */
export function wrapped(spans: readonly Span[], widthCells: number): Span[][] {
	const lines: Span[][] = [[]];
	let leftCells = widthCells;
	for (const span of spans) {
		for (const piece of partsOf(span, leftCells, widthCells)) {
			if (piece.widthCells > leftCells) {
				lines.push([]);
				leftCells = widthCells;
			}

			lines.at(-1)!.push(piece);
			leftCells -= piece.widthCells;
		}
	}

	return lines;
}

/** The span cut where lines end: first after `firstCells`, then after every `widthCells`. */
function partsOf(span: Span, firstCells: number, widthCells: number): Span[] {
	if (span.widthCells <= firstCells) {
		return [span];
	}

	const parts: Span[] = [];
	let start: Place = {at: 0, cells: 0};
	let end = start;
	let wordStart = start;
	let roomCells = firstCells;
	for (const character of span.text) {
		const cells = cellsOf(character.codePointAt(0)!);
		if (end.cells + cells - start.cells > roomCells) {
			const cut = end.cells - wordStart.cells <= mostOfRow * roomCells && wordStart.at > start.at ? wordStart : end;
			parts.push(part(span, start, cut));
			start = cut;
			roomCells = widthCells;
		}

		end = {at: end.at + character.length, cells: end.cells + cells};
		wordStart = character === ' ' ? end : wordStart;
	}

	return [...parts, part(span, start, end)].filter(({text}) => text !== '');
}

/** A position in a span, in code units and in cells. */
type Place = {readonly at: number; readonly cells: number};

/** Longer words are broken, because paths and digests would leave half of each line empty. */
const mostOfRow = 1 / 3;

function part(span: Span, start: Place, end: Place): Span {
	return {...span, text: span.text.slice(start.at, end.at) as ShownSpan['text'], widthCells: end.cells - start.cells};
}
