import {cellsOf, kindOf} from '../text/code-points.ts';
import type {DrawnScreen} from './drawn-screen.ts';
import {type ColourCount, styleAfter, withinColours} from './style.ts';

/** What Ink wants apart from the picture. */
export type FrameMode = {readonly isCursorShown: boolean; readonly isFrameOpen: boolean};

/** What the terminal can show of a picture. */
export type FrameLimits = {readonly colours: ColourCount; readonly isUnicode: boolean};

/**
Draws what Ink writes onto `screen` and gives back how the modes stand after it. Ink's own sequences are understood;
every other one, and every control, ends here: nothing is passed on to the terminal.
*/
export function readFrame(text: string, screen: DrawnScreen, mode: FrameMode, limits: FrameLimits): FrameMode {
	let next = mode;
	for (const {groups, 0: whole} of text.matchAll(parts)) {
		if (groups!.final !== undefined) {
			next = obey(groups as Sequence, {screen, mode: next, limits});
		} else if (groups!.text !== undefined) {
			draw(whole, screen, limits);
		} else if (whole === '\n') {
			screen.lineFeed();
		} else if (whole === '\r') {
			screen.moveTo(0, screen.cursor.y);
		}
	}

	return next;
}

/** Control sequences; control strings (OSC, DCS, SOS, PM, APC), to the end where unterminated; other escapes and controls; text. */
const parts = new RegExp([
	String.raw`\x1B\[(?<parameters>[\x30-\x3F]*)[\x20-\x2F]*(?<final>[\x40-\x7E])`,
	String.raw`\x1B[PX\]\^_](?:[^\x07\x1B]|\x1B[^\x5C])*(?:\x07|\x1B\x5C|$)`,
	String.raw`\x1B[\x20-\x7E]?`,
	String.raw`[\x00-\x1A\x1C-\x1F\x7F-\x9F]`,
	String.raw`(?<text>[^\x00-\x1F\x7F-\x9F]+)`,
].join('|'), 'gv');

/** Stands for what should have been escaped before it came here and was not. */
const unshowable = '\u{FFFD}';

const asciiUnshowable = '?';

function draw(text: string, screen: DrawnScreen, {isUnicode}: FrameLimits): void {
	for (const character of text) {
		const codePoint = character.codePointAt(0)!;
		const kind = isUnicode || codePoint < 0x80 ? kindOf(codePoint) : 'hidden';
		if (kind === 'plain') {
			screen.put(character, cellsOf(codePoint));
		} else if (kind === 'mark') {
			screen.combine(character);
		} else {
			screen.put(isUnicode ? unshowable : asciiUnshowable, 1);
		}
	}
}

type Sequence = {readonly final: string; readonly parameters: string};

function obey({final, parameters}: Sequence, {screen, mode, limits}: {readonly screen: DrawnScreen; readonly mode: FrameMode; readonly limits: FrameLimits}): FrameMode {
	switch (final) {
		case 'm': {
			screen.style = withinColours(styleAfter(screen.style, parameters), limits.colours);

			break;
		}

		case 'J':
		case 'K': {
			screen.erase(final === 'J' ? 'screen' : 'row', eraseParts[parameters] ?? 'after');

			break;
		}

		case 'H': {
			const [row = 1, column = 1] = parameters.split(';').map(Number);
			screen.moveTo(column - 1, row - 1);

			break;
		}

		case 'h':
		case 'l': {
			return afterMode(parameters, final === 'h', screen, mode);
		}

		default: {
			const {x, y} = screen.cursor;
			const to = motions[final]?.(Math.max(1, Number(parameters)), x, y);
			screen.moveTo(to?.x ?? x, to?.y ?? y);
		}
	}

	return mode;
}

const eraseParts: Readonly<Record<string, 'before' | 'all'>> = {1: 'before', 2: 'all', 3: 'all'};

/** Cursor motions by `count` cells, all that Ink has (ECMA-48: CUU, CUD, CUF, CUB, CNL, CPL, CHA). */
const motions: Readonly<Record<string, (count: number, x: number, y: number) => {x: number; y: number}>> = {
	A: (count, x, y) => ({x, y: y - count}),
	B: (count, x, y) => ({x, y: y + count}),
	C: (count, x, y) => ({x: x + count, y}),
	D: (count, x, y) => ({x: x - count, y}),
	E: (count, _x, y) => ({x: 0, y: y + count}),
	F: (count, _x, y) => ({x: 0, y: y - count}),
	G: (count, _x, y) => ({x: count - 1, y}),
};

/** The cursor's visibility and the two ends of a synchronised update; the alternate screen begins and ends blank. All other modes are ours, not Ink's. */
function afterMode(parameters: string, isOn: boolean, screen: DrawnScreen, mode: FrameMode): FrameMode {
	if (parameters === '?25') {
		return {...mode, isCursorShown: isOn};
	}

	if (parameters === '?2026') {
		return {...mode, isFrameOpen: isOn};
	}

	if (parameters === '?1049') {
		screen.clear();
	}

	return mode;
}
