import {sentenceRows} from '../drawing/sentence-rows.ts';
import {cell, type Look, row, type Span} from '../drawing/span.ts';
import type {LineState} from './line.ts';
import {typedCells, typedSpan} from './typed-text.ts';

/**
The whole filter line above its box, over as many rows as it takes, so that the terminal's own selection can copy it. Rows break between filters;
where a value is longer than a row, a backslash at the end continues it, as in a shell, and pasting joins it again. A caret points at trouble.
No rows at all where the box shows the whole line and nothing is wrong with it.
*/
export function queryEcho({text = '', reading}: LineState, {columns, boxCells, look}: {readonly columns: number; readonly boxCells: number; readonly look: Look}): Span[][] {
	const trouble = reading?.type === 'trouble' && text.trim() !== '' ? reading.trouble : undefined;
	if (trouble === undefined && typedCells(text) < boxCells) {
		return [];
	}

	let start = 0;
	return brokenLine(text, columns).flatMap(part => {
		const from = start;
		start += part.text.length;
		const isHere = trouble !== undefined && trouble.column >= from && (trouble.column < start || start === text.length);
		const shown = row(look, columns, [typedSpan(part.isContinued ? `${part.text}\\` : part.text.trimEnd())]);
		return isHere ? [shown, ...caretRows(typedCells(part.text.slice(0, trouble.column - from)), trouble.sentence, columns, look)] : [shown];
	});
}

type LinePart = {readonly text: string; readonly isContinued: boolean};

/** The line broken into parts that fit a row; joined they are the line again. */
export function brokenLine(text: string, columns: number): LinePart[] {
	const parts: LinePart[] = [];
	let rest = text;
	while (typedCells(rest) > columns) {
		const fitting = fittingLength(rest, columns - 1);
		// A backslash before a blank would look like a continued line.
		const blankAt = rest.slice(0, fitting + 1).search(/(?<!\\) (?=\S*$)/v);
		const length = blankAt > 0 ? blankAt + 1 : fitting;
		parts.push({text: rest.slice(0, length), isContinued: blankAt <= 0});
		rest = rest.slice(length);
	}

	return [...parts, {text: rest, isContinued: false}];
}

/** At least one character, so that breaking always comes to an end. */
function fittingLength(text: string, cells: number): number {
	let length = 0;
	for (const character of text) {
		if (length > 0 && typedCells(text.slice(0, length + character.length)) > cells) {
			break;
		}

		length += character.length;
	}

	return length;
}

/** The caret and the reason: beside it where there is room, else below. */
function caretRows(atCells: number, sentence: string, columns: number, look: Look): Span[][] {
	const caret = `${' '.repeat(atCells)}^`;
	const hasRoom = atCells + 2 + sentence.length <= columns;
	const lines = hasRoom ? [cell(`${caret} ${sentence}`, look, {role: 'trouble'})] : [cell(caret, look, {role: 'trouble'}), ...sentenceRows(sentence, {columns, role: 'trouble'}, look)];
	return lines.map(spans => row(look, columns, spans));
}
