import {cell, type Ground, type Look, type Role, type Span} from '../drawing/span.ts';

/** One cell of the histogram. */
export type Mark = {readonly glyph: string; readonly role: Role; readonly ground: Ground};

/** Joins neighbours of the same style, so that a row is a few spans rather than eighty. */
export function runsOf(marks: readonly Mark[], look: Look): Span[] {
	const runs: Mark[] = [];
	for (const mark of marks) {
		const last = runs.at(-1);
		if (last?.role === mark.role && last.ground === mark.ground) {
			runs[runs.length - 1] = {...last, glyph: last.glyph + mark.glyph};
		} else {
			runs.push(mark);
		}
	}

	return runs.flatMap(({glyph, role, ground}) => cell(glyph, look, {role, ground}));
}
