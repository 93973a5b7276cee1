import {cellsOf} from './code-points.ts';
import type {Shown} from './shown.ts';

/** The cells that a text takes on a terminal, counted by code point, because terminals do not look at whole clusters. */
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
