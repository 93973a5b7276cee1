import {cell, type Look, type Role, type Span, widthOf} from './span.ts';

/** A sentence over as many rows as it takes, each begun by a blank and broken between words. */
export function sentenceRows(sentence: string, {columns, role}: {readonly columns: number; readonly role: Role}, look: Look): Span[][] {
	const lines: string[] = [];
	let line = '';
	for (const word of sentence.split(' ')) {
		const longer = `${line} ${word}`;
		if (line !== '' && widthOf(cell(longer, look)) > columns) {
			lines.push(line);
			line = ` ${word}`;
		} else {
			line = longer;
		}
	}

	return [...lines, line].map(text => cell(text, look, {role}));
}
