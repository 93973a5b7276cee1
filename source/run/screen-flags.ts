import {isGiven, lastGiven, type Given} from '../config/options.ts';
import {parseDuration} from '../config/parse-amounts.ts';
import {readWord} from '../config/query-options.ts';
import {complaints, type Reading} from '../config/reading.ts';
import type {TerminalFlags} from '../terminal/capabilities.ts';
import {type ColumnName, columns} from '../view/timeline/columns.ts';
import type {ThemeName} from '../view/theme-names.ts';

/** The command line's options for the screen. */
export type ScreenFlags = TerminalFlags & {
	readonly theme: ThemeName;
	readonly columnNames: readonly ColumnName[] | undefined;
	/** How long an Escape may wait for the rest of a key. */
	readonly escapeWaitMs: number | undefined;
};

export function readScreenFlags(given: Given): Reading<ScreenFlags> {
	const said = complaints();
	const colour = said.take(readWord('colour', lastGiven(given, 'colour')!));
	const theme = said.take(readWord('theme', lastGiven(given, 'theme')!)) as ThemeName;
	const columnNames = said.take(readColumns(lastGiven(given, 'columns')));
	const escapeWait = lastGiven(given, 'escape-wait');
	const escapeWaitMs = escapeWait === undefined ? undefined : said.take(parseDuration(escapeWait));
	return said.first === undefined
		? {value: {colour, theme, columnNames, escapeWaitMs, isAscii: isGiven(given, 'ascii'), isPlain: isGiven(given, 'plain')}}
		: {trouble: said.first};
}

function readColumns(text: string | undefined): Reading<readonly ColumnName[] | undefined> {
	if (text === undefined) {
		return {value: undefined};
	}

	const said = complaints();
	const names = text.split(',').flatMap(typed => said.take(readColumn(typed.trim().toLowerCase())) ?? []);
	return said.first === undefined ? {value: [...new Set(names)]} : {trouble: said.first};
}

function readColumn(typed: string): Reading<ColumnName> {
	const name = columns.map(column => column.name).find(each => each === typed);
	return name === undefined ? {trouble: `--columns does not know '${typed}'; it takes ${columns.map(column => column.name).join(', ')}`} : {value: name};
}
