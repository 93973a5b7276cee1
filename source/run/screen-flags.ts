import {isGiven, lastGiven, type Given} from '../config/options.ts';
import {parseDuration} from '../config/parse-amounts.ts';
import {readWord} from '../config/query-options.ts';
import {complaints, type Reading} from '../config/reading.ts';
import type {TerminalFlags} from '../terminal/capabilities.ts';
import type {ThemeName} from '../ui/theme.ts';

/** What the command line says of the screen. */
export type ScreenFlags = TerminalFlags & {
	readonly theme: ThemeName;
	/** How long an Escape may wait for the rest of a key. */
	readonly escapeWaitMs: number | undefined;
};

export function readScreenFlags(given: Given): Reading<ScreenFlags> {
	const said = complaints();
	const colour = said.take(readWord('colour', lastGiven(given, 'colour')!));
	const theme = said.take(readWord('theme', lastGiven(given, 'theme')!)) as ThemeName;
	const escapeWait = lastGiven(given, 'escape-wait');
	const escapeWaitMs = escapeWait === undefined ? undefined : said.take(parseDuration(escapeWait));
	return said.first === undefined
		? {value: {colour, theme, escapeWaitMs, isAscii: isGiven(given, 'ascii'), isPlain: isGiven(given, 'plain')}}
		: {trouble: said.first};
}
