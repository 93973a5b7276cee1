import {graphemesOf} from '../../text/graphemes.ts';

/**
What the person meant when a text box made `after` out of `before`. ink-text-input counts in code units: its Backspace takes half an emoji
or one member of a family, and its cursor can stand inside one. What is taken is taken whole, and what is put in goes behind it.
*/
export function editedText(before: string, after: string): string {
	const start = commonStart(before, after);
	const tail = commonStart(reversed(before.slice(start)), reversed(after.slice(start)));
	const end = before.length - tail;
	const inserted = after.slice(start, after.length - tail);
	const cutStart = start === end ? boundaryAfter(before, start) : boundaryBefore(before, start);
	return before.slice(0, cutStart) + inserted + before.slice(boundaryAfter(before, end));
}

function commonStart(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) {
		length++;
	}

	return length;
}

/** By code units, as the box counts. */
const reversed = (text: string): string => text.split('').toReversed().join('');

const boundaryBefore = (text: string, at: number): number => graphemesOf(text).containing(at)?.index ?? at;

/** `at` itself where it is a boundary. */
function boundaryAfter(text: string, at: number): number {
	const inside = graphemesOf(text).containing(at);
	return inside === undefined || inside.index === at ? at : inside.index + inside.segment.length;
}
