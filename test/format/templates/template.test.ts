import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {Template} from '../../../source/format/templates/template.ts';

const piece = fc.constantFrom('user ', ' user', 'for', ' for ', ' from ', ': ', ' ', '  ', 'a  b', '{a}', '{b}', '{c...}', '{d...}', '{e:word}', '{f:word}');
const pattern = fc.array(piece, {minLength: 1, maxLength: 7}).map(pieces => pieces.join(''));
const line = fc.array(fc.constantFrom('user', 'for', 'from', 'a', 'b', ':', ' ', '  ', 'x'), {maxLength: 14}).map(words => words.join(''));

test('a template takes of a line what its pattern says, piece by piece', t => {
	fc.assert(fc.property(pattern, line, (written, text) => {
		const template = new Template(written);
		const isFit = template.match(Buffer.from(`(${text})`), 1, text.length + 1);
		const slots = [...template.starts].map((start, slot) => text.slice(start - 1, template.ends[slot]! - 1));
		t.deepEqual(isFit ? slots : undefined, slotsOf(partsOf(written), text), `${written} | ${text}`);
	}), {numRuns: 5000});
});

/** What each slot takes by trying, as the words above `Template` say; undefined where the line does not fit. */
function slotsOf(parts: readonly string[], text: string): string[] | undefined {
	const [part, ...rest] = parts;
	if (part === undefined) {
		return text === '' ? [] : undefined;
	}

	if (!part.startsWith('{')) {
		const end = endOfText(part, text);
		return end === undefined ? undefined : slotsOf(rest, text.slice(end));
	}

	for (const end of endsOf(part, rest[0], text)) {
		const others = slotsOf(rest, text.slice(end));
		if (others !== undefined) {
			return [text.slice(0, end), ...others];
		}
	}

	return undefined;
}

/** Where a slot may end, what it likes best first: only one that takes as much as it can tries again. */
function endsOf(slot: string, following: string | undefined, text: string): number[] {
	if (slot.endsWith(':word}')) {
		return [/^[^ ]+/v.exec(text)?.[0].length].filter(end => end !== undefined);
	}

	if (following === undefined || following.startsWith('{')) {
		return [text.length];
	}

	const places = Array.from({length: text.length}, (_, at) => at).filter(at => text.startsWith(following, at));
	return slot.endsWith('...}') ? places.toReversed() : places.slice(0, 1);
}

/** One space stands for one or more. */
const endOfText = (part: string, text: string): number | undefined => new RegExp(`^${part.replaceAll(' ', ' +')}`, 'v').exec(text)?.[0].length;

const partsOf = (written: string): string[] => written.replaceAll(/ +/gv, ' ').split(/(?<slot>\{[^\{\}]+\})/v).filter(part => part !== '');
