import {foreignText} from '../../domain/foreign.ts';
import {escape} from '../../text/escape.ts';
import {widthOf} from '../../text/width.ts';
import {cell, type Look, type Role, type Span} from './span.ts';
import {wrapped} from './wrapped.ts';

/** A sentence for the person: trouble, or the answer to a key. */
export type Said = {readonly sentence: string; readonly role: 'trouble' | 'key'};

/** A sentence as rows that begin with a blank and break between words, or within a word that is longer than a row. */
export function sentenceRows(sentence: string, {columns, role}: {readonly columns: number; readonly role: Role}, look: Look): Span[][] {
	return sentenceLines(sentence, columns).flatMap(text => wrapped(cell(text, look, {role}), columns));
}

/** The same as text, without breaking long words. */
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
