import {nearestWord} from '../query/nearest-word.ts';
import {type Given, type OptionName, optionRows, type OptionRow} from '../config/options.ts';

/** Which events to say. */
export type PlainPage = 'first' | 'earlier' | 'later' | 'last';

/** What a typed line of plain mode asks for. */
export type PlainCommand =
	| {readonly type: 'filter'; readonly given: Given}
	| {readonly type: 'page'; readonly page: PlainPage}
	| {readonly type: 'filters' | 'undo' | 'help' | 'quit' | 'turn'}
	| {readonly type: 'refuse'; readonly sentence: string};

type CommandRow = {readonly word: string; readonly help: string; readonly means: (given: Given) => PlainCommand};

/** The one-word commands; the filters are those of the command line. */
const commandRows: readonly CommandRow[] = [
	{word: '', help: 'Enter alone: pause new events while you type; Enter again: resume', means: () => ({type: 'turn'})},
	{word: 'earlier', help: 'show the events before those shown last', means: () => ({type: 'page', page: 'earlier'})},
	{word: 'later', help: 'show the events after those shown last', means: () => ({type: 'page', page: 'later'})},
	{word: 'first', help: 'show the oldest events', means: () => ({type: 'page', page: 'first'})},
	{word: 'last', help: 'show the newest events again', means: () => ({type: 'page', page: 'last'})},
	{word: 'filters', help: 'show the active filters', means: () => ({type: 'filters'})},
	{word: 'undo', help: 'go back to the filters before the last change', means: () => ({type: 'undo'})},
	{word: 'clear', help: 'remove all filters', means: given => ({type: 'filter', given: withoutFilters(given)})},
	{word: 'help', help: 'list these commands', means: () => ({type: 'help'})},
	{word: 'quit', help: 'end', means: () => ({type: 'quit'})},
];

/** The options that filter events. Files are read once, at the start. */
const filterRows: ReadonlyArray<OptionRow & {readonly name: OptionName}> = optionRows.filter(({commands, value}) => commands.includes('demo') && commands.includes('stats') && value !== 'FILE');

/** Reads one typed line. A filter is added to those so far (`given`), or replaces the one before where there can be only one. */
export function readPlainLine(line: string, given: Given): PlainCommand {
	const text = line.trim();
	if (text.startsWith('/')) {
		return {type: 'filter', given: {...given, search: text === '/' ? undefined : [text.slice(1)]}};
	}

	const [word = '', ...rest] = text.split(/\s+/v);
	const row = rest.length === 0 ? commandRows.find(each => each.word === word) : undefined;
	return row?.means(given) ?? readFilter(word, text.slice(word.length).trim(), given);
}

function readFilter(word: string, value: string, given: Given): PlainCommand {
	const row = filterRows.find(({name}) => name === word);
	if (row === undefined) {
		const near = nearestWord(word, [...commandRows.map(each => each.word), ...filterRows.map(({name}) => name)]);
		return {type: 'refuse', sentence: `there is no command '${word}'; ${near === undefined || near === '' ? '' : `did you mean '${near}'? `}'help' lists them`};
	}

	if (value === '' && row.bareValue === undefined) {
		return {type: 'refuse', sentence: `'${word}' needs a value: ${word} ${row.value}`};
	}

	const before = row.isRepeatable ? given[row.name] ?? [] : [];
	return {type: 'filter', given: {...given, [row.name]: [...before, value === '' ? row.bareValue! : value]}};
}

const withoutFilters = (given: Given): Given =>
	Object.fromEntries(Object.entries(given).filter(([name]) => filterRows.every(row => row.name !== name)));

const eventWords = 'An event: time, severity (A alert, N notice, I info), log, action, user, message; a dash where the record names none.\n';

/** Nothing is written from here, because a file's name would have to be typed and confirmed line by line. */
const fileWords = 'To keep events in a file, quit and run: ledgerline print --query LINE --output csv LOGS > FILE. The command filters shows the LINE; quote it.\n';

/** What a line of an event says, then the commands, one per line, and how to hand events on. */
export function plainHelp(): string {
	const rows = [
		...commandRows.map(({word, help}) => [word, help] as const),
		['/words', 'events that match the words; / alone: all again'] as const,
		...filterRows.map(({name, value, help}) => [`${name} ${value}`, help] as const),
	];
	return eventWords + rows.map(([word, help]) => `${word === '' ? '' : `${word}: `}${help}\n`).join('') + fileWords;
}
