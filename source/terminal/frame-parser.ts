import {cellsOf, kindOf} from '../text/code-points.ts';
import type {DrawnScreen} from './drawn-screen.ts';
import {type ColourCount, styleAfter, withinColours} from './style.ts';

/** The modes that Ink sets. Between the brackets of a synchronised update the frame is open, which means half drawn. */
export type FrameMode = {readonly isCursorShown: boolean; readonly isFrameOpen: boolean};

/** What the terminal can show of a picture. */
export type FrameLimits = {readonly colours: ColourCount; readonly isUnicode: boolean};

/**
Draws Ink's output on `screen` and returns the modes after it. Only the sequences that Ink itself uses are understood;
all others, and all control characters, end here and never reach the terminal.
*/
export function readFrame(text: string, screen: DrawnScreen, mode: FrameMode, limits: FrameLimits): FrameMode {
	const [plainText, ...sequences] = text.split('\u{1B}');
	draw(plainText!, screen, limits);
	let next = mode;
	for (const part of sequences) {
		const {parameters, final} = controlSequence.exec(part)?.groups ?? {};
		if (parameters !== undefined && final !== undefined) {
			next = obey({parameters, final}, {screen, mode: next, limits});
		}

		draw(textAfterSequence(part), screen, limits);
	}

	return next;
}

type Sequence = {readonly parameters: string; readonly final: string};

/** What follows the Escape of a control sequence (ECMA-48, 5.4). */
const controlSequence = /^\[(?<parameters>[\d:;<=>?]*)(?<final>[\p{ASCII}--\p{Control}])/v;

/** Control strings (OSC, DCS, SOS, PM, APC) up to the control character that ends them, or to the end of this part, where an Escape was. */
const controlString = /^[PX\]^_]\P{Control}*\p{Control}?/v;

function textAfterSequence(part: string): string {
	const sequence = controlSequence.exec(part) ?? controlString.exec(part);
	return part.slice(sequence?.[0].length ?? 1);
}

/** Drawn for characters that should have been escaped before they came here. */
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
		} else if (character === '\n') {
			screen.lineFeed();
		} else if (character === '\r') {
			screen.moveTo(0, screen.cursor.y);
		} else {
			screen.put(isUnicode ? unshowable : asciiUnshowable, 1);
		}
	}
}

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
			const to = motions.get(final)?.(Math.max(1, Number(parameters)), x, y);
			screen.moveTo(to?.x ?? x, to?.y ?? y);
		}
	}

	return mode;
}

const eraseParts: Readonly<Record<string, 'before' | 'all'>> = {1: 'before', 2: 'all', 3: 'all'};

type Motion = (count: number, x: number, y: number) => {readonly x: number; readonly y: number};

/** The cursor motions that Ink uses: CUU, CUD, CUF, CUB, CNL, CPL, CHA. */
const motions = new Map<string, Motion>([
	['A', (count, x, y) => ({x, y: y - count})],
	['B', (count, x, y) => ({x, y: y + count})],
	['C', (count, x, y) => ({x: x + count, y})],
	['D', (count, x, y) => ({x: x - count, y})],
	['E', (count, _x, y) => ({x: 0, y: y + count})],
	['F', (count, _x, y) => ({x: 0, y: y - count})],
	['G', (count, _x, y) => ({x: count - 1, y})],
]);

/** The visibility of the cursor, the brackets of a synchronised update, and the alternate screen, which begins and ends blank. All other modes are ours, not Ink's. */
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
