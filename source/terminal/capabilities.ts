import type {Capabilities} from './terminal.ts';
import {type TerminalType, terminalType} from './terminal-types.ts';

/** What the command line says about the screen. */
export type TerminalFlags = {
	readonly colour?: string | undefined;
	readonly isAscii?: boolean | undefined;
	readonly isPlain?: boolean | undefined;
};

export type Surroundings = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly isInputTty: boolean;
	readonly isOutputTty: boolean;
	readonly flags?: TerminalFlags;
};

type Found<T> = {readonly value: T; readonly reason: string};

/** What this terminal can do, and why we think so. The command line decides first, then the environment, then the type of terminal. */
export function capabilitiesOf(surroundings: Surroundings): Capabilities {
	const type = terminalType(surroundings.environment.TERM);
	const plain = findPlain(surroundings, type);
	const found = {
		isPlain: plain,
		colours: findColours(surroundings, type),
		isUnicode: findUnicode(surroundings, type),
		hasAlternateScreen: findFeature(surroundings, plain, type?.hasAlternateScreen),
		hasSynchronisedOutput: findSynchronisedOutput(surroundings, plain, type),
		hasScrollRegion: findFeature(surroundings, plain, type?.hasScrollRegion),
		hasStatusReport: findFeature(surroundings, plain, type?.hasStatusReport),
		hasEraseCharacters: findFeature(surroundings, plain, type?.hasEraseCharacters),
		hasLastColumn: findFeature(surroundings, plain, type?.wrapsAtOnce !== true),
	};

	return {
		isPlain: found.isPlain.value,
		colours: found.colours.value,
		isUnicode: found.isUnicode.value,
		hasAlternateScreen: found.hasAlternateScreen.value,
		hasSynchronisedOutput: found.hasSynchronisedOutput.value,
		hasScrollRegion: found.hasScrollRegion.value,
		hasStatusReport: found.hasStatusReport.value,
		hasEraseCharacters: found.hasEraseCharacters.value,
		hasLastColumn: found.hasLastColumn.value,
		reasons: Object.entries(found).map(([capability, {value, reason}]) => ({capability, value: String(value), reason})),
	};
}

function findPlain({environment, isInputTty, isOutputTty, flags}: Surroundings, type: TerminalType | undefined): Found<boolean> {
	if (flags?.isPlain) {
		return {value: true, reason: '--plain'};
	}

	if (!isOutputTty || !isInputTty) {
		return {value: true, reason: `${isOutputTty ? 'input' : 'output'} is not a terminal`};
	}

	return type === undefined
		? {value: true, reason: termReason(environment)}
		: {value: false, reason: 'input and output are a terminal'};
}

function findColours({environment, isOutputTty, flags}: Surroundings, type: TerminalType | undefined): Found<Capabilities['colours']> {
	const asked = colourCounts.find(count => String(count) === flags?.colour);
	if (asked !== undefined) {
		return {value: asked, reason: `--colour=${asked}`};
	}

	const forced = environment.FORCE_COLOR;
	if (forced !== undefined) {
		return {value: forcedColours[forced] ?? 16, reason: `FORCE_COLOR=${forced}`};
	}

	if (environment.NO_COLOR) {
		return {value: 0, reason: 'NO_COLOR is set'};
	}

	if (!isOutputTty) {
		return {value: 0, reason: 'output is not a terminal'};
	}

	const colourTerm = environment.COLORTERM ?? '';
	return /^(?:24bit|truecolor)$/v.test(colourTerm)
		? {value: 256, reason: `COLORTERM=${colourTerm}`}
		: {value: type?.colours ?? 0, reason: termReason(environment)};
}

const colourCounts = [0, 8, 16, 256] as const;

/** The levels of FORCE_COLOR, as Node understands them. */
const forcedColours: Readonly<Record<string, Capabilities['colours']>> = {0: 0, false: 0, 1: 16, 2: 256, 3: 256};

function findUnicode({environment, flags}: Surroundings, type: TerminalType | undefined): Found<boolean> {
	if (flags?.isAscii) {
		return {value: false, reason: '--ascii'};
	}

	if (type?.hasFewGlyphs) {
		return {value: false, reason: `${termReason(environment)}, which has few glyphs`};
	}

	// The first variable that is not empty counts (POSIX, 8.2).
	const name = ['LC_ALL', 'LC_CTYPE', 'LANG'].find(variable => environment[variable]);
	return name === undefined
		? {value: false, reason: 'no locale is set, so the character set is ASCII'}
		: {value: /utf-?8/iv.test(environment[name]!), reason: `${name}=${environment[name]}`};
}

function findFeature({environment}: Surroundings, plain: Found<boolean>, hasFeature = false): Found<boolean> {
	return plain.value ? {value: false, reason: 'plain lines only'} : {value: hasFeature, reason: termReason(environment)};
}

function findSynchronisedOutput(surroundings: Surroundings, plain: Found<boolean>, type: TerminalType | undefined): Found<boolean> {
	const program = surroundings.environment.TERM_PROGRAM ?? '';
	// Inside tmux and screen the variable names the terminal around them.
	const isDirect = !/^(?:screen|tmux)/v.test(surroundings.environment.TERM ?? '');
	return isDirect && !plain.value && synchronisingPrograms.has(program)
		? {value: true, reason: `TERM_PROGRAM=${program}`}
		: findFeature(surroundings, plain, type?.hasSynchronisedOutput);
}

const synchronisingPrograms = new Set(['WezTerm', 'ghostty', 'iTerm.app', 'vscode']);

const termReason = (environment: Surroundings['environment']): string => environment.TERM ? `TERM=${environment.TERM}` : 'TERM is not set';
