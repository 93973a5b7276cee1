import {foreignText} from '../../domain/foreign.ts';
import {escape} from '../../text/escape.ts';
import {widthOf} from '../../text/width.ts';
import {cell, type Look, type Role, type Span} from './span.ts';
import {wrapped} from './wrapped.ts';

/** A sentence over as many rows as it takes, each begun by a blank and broken between words; a word longer than a row is broken too. */
export function sentenceRows(sentence: string, {columns, role}: {readonly columns: number; readonly role: Role}, look: Look): Span[][] {
	return sentenceLines(sentence, columns).flatMap(text => wrapped(cell(text, look, {role}), columns));
}

/** The same as text. */
export function sentenceLines(sentence: string, columns: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of sentence.split(' ')) {
		const longer = `${line} ${word}`;
		if (line !== '' && widthOf(escape(foreignText(longer))) > columns) {
			lines.push(line);
			line = ` ${word}`;
		} else {
			line = longer;
		}
	}

	return [...lines, line];
}
