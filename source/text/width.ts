import {cellsOf} from './code-points.ts';
import type {Shown} from './shown.ts';

/** Cells `shown` takes on a terminal. Asked of string-width code point by code point, because a terminal never looks at whole clusters. */
export function widthOf(shown: Shown): number {
	if (printableAscii.test(shown)) {
		return shown.length;
	}

	let widthCells = 0;
	for (const character of shown) {
		widthCells += cellsOf(character.codePointAt(0)!);
	}

	return widthCells;
}

const printableAscii = /^[\p{ASCII}--\p{Control}]*$/v;
