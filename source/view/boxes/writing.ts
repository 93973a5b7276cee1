import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {severities} from '../../domain/severity.ts';
import type {EventId} from '../../engine/engine.ts';
import type {LineReading} from './line.ts';

/** The boxes in which notes and events are written by hand, one question each. */
export const writingBoxes = ['notes-file', 'note', 'event-time', 'event-type', 'event-device', 'event-text', 'event-author'] as const;

export type WritingBox = (typeof writingBoxes)[number];

/** A note or an event being written. The answer to `event-time` is in microseconds, as text. */
export type Draft = {
	readonly kind: 'note' | 'event';
	/** The event that a note is about. */
	readonly event: EventId | undefined;
	readonly answers: Readonly<Partial<Record<WritingBox, string>>>;
};

export type WritingState = {
	/** The notes file; undefined until the person has named it. */
	readonly path: string | undefined;
	readonly author: Foreign;
	readonly draft: Draft | undefined;
};

export const nothingWritten: WritingState = {path: undefined, author: foreignText(''), draft: undefined};

/** The questions, in their order. */
const questions: Readonly<Record<Draft['kind'], readonly WritingBox[]>> = {
	note: ['note'],
	event: ['event-time', 'event-type', 'event-device', 'event-text', 'event-author'],
};

/** The first question without an answer; undefined when all are answered. */
export function nextQuestion({path, draft}: WritingState): WritingBox | undefined {
	if (draft === undefined) {
		return undefined;
	}

	return path === undefined ? 'notes-file' : questions[draft.kind].find(box => draft.answers[box] === undefined);
}

const known: ReadonlySet<string> = new Set(writingBoxes);

export const isWritingBox = (box: string): box is WritingBox => known.has(box);

const namedSeverities: readonly string[] = severities.filter(severity => severity !== 'none');

/** Reads the text of such a box; the interpreter reads times. */
export function readAnswer(box: Exclude<WritingBox, 'event-time'>, text: string): LineReading {
	const answer = text.trim();
	if (box === 'event-type' && !namedSeverities.includes(answer.toLowerCase())) {
		return {type: 'trouble', trouble: {sentence: `write ${namedSeverities.join(', ')}`, column: 0}};
	}

	const isOptional = box === 'event-device';
	return answer === '' && !isOptional ? {type: 'trouble', trouble: {sentence: 'this cannot stay empty', column: 0}} : {type: 'answer', text: answer};
}
