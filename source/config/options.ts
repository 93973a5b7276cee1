import {categories} from '../domain/category.ts';
import {results} from '../domain/result.ts';
import {severities} from '../domain/severity.ts';

/** `open`, the screen, runs when no command is named. */
export const commands = [
	{name: 'open', summary: 'open logs as one live timeline', paths: '[PATH...]'},
	{name: 'print', summary: 'write events to standard output, in time order', paths: '[PATH...]'},
	{name: 'stats', summary: 'count what logs hold, as one JSON object', paths: '[PATH...]'},
	{name: 'doctor', summary: 'report what this terminal can do and which logs can be read', paths: '[PATH...]'},
	{name: 'demo', summary: 'open the screen on a simulated appliance with rotating logs', paths: undefined},
] as const satisfies readonly CommandRow[];

export type CommandRow = {
	readonly name: string;
	readonly summary: string;
	/** The operands as help writes them; undefined where there are none. */
	readonly paths: string | undefined;
};

export type CommandName = (typeof commands)[number]['name'];

export type OptionRow = {
	/** The long flag without dashes. */
	readonly name: string;
	/** The value's name in help; a switch has none. */
	readonly value?: string;
	/** All possible values. */
	readonly words?: readonly string[];
	/** All possible values, of which several can be given with commas between them. */
	readonly listedWords?: readonly string[];
	/** Can be given several times; otherwise the last one counts. */
	readonly isRepeatable?: true;
	/** Can be given several times: for all sources, and as `PATTERN=VALUE` for those that the pattern names. */
	readonly isPerSource?: true;
	/** What it means without a value. With one it is written `--name=value`. */
	readonly bareValue?: string;
	/** The environment variable that counts when the flag is not given. Any value but `0` turns a switch on. */
	readonly environment?: string;
	readonly default?: string;
	readonly commands: readonly CommandName[];
	readonly help: string;
};

const everyReader = ['open', 'print', 'stats'] as const;
const everyLogReader = ['open', 'print', 'stats', 'doctor'] as const;
const everyFilter = ['open', 'print', 'stats', 'demo'] as const;
const everyScreen = ['open', 'demo', 'doctor'] as const;
const named = <Word>(words: readonly Word[]) => words.filter(word => word !== 'none');

/** The columns of the timeline; a test compares them with the view's table. */
const columnNames = ['time', 'severity', 'action', 'user', 'device', 'source', 'host', 'type', 'message'] as const;

/**
All options. Commands, help and the README's table are generated from these rows. The environment may describe the person and the machine (a terminal, a zone, files of
one's own) but never what is asked for: a forgotten variable must not hide an event or change an export.
*/
export const options = [
	{name: 'since', value: 'TIME', commands: everyFilter, help: 'events at or after: -1h, 10:15, \'2026-03-03 09:06\', \'yesterday 14:00\''},
	{name: 'until', value: 'TIME', commands: everyFilter, help: 'events before'},
	{name: 'search', value: 'TEXT', isRepeatable: true, commands: everyFilter, help: 'events that match, in the syntax of the search box: words, "a phrase", /regex/, field:value, -field:value'},
	{name: 'query', value: 'LINE', isRepeatable: true, commands: everyFilter, help: 'all filters as one line, as Y shows it on the screen; other filters are added to it'},
	{name: 'view', value: 'NAME', commands: everyFilter, help: 'a saved view: one of your own from the config file, or a built-in one such as \'logins\'; other filters are added to it'},
	{name: 'severity', value: 'WORD', words: named(severities), commands: everyFilter, help: 'events at least this severe'},
	{name: 'user-operations', value: 'KIND', words: ['human', 'exact'], bareValue: 'human', commands: everyFilter, help: 'what people did; =exact for what the product itself logs as a user operation'},
	{name: 'category', value: 'WORD', words: categories, isRepeatable: true, commands: everyFilter, help: 'events of the category'},
	{name: 'not-category', value: 'WORD', words: categories, isRepeatable: true, commands: everyFilter, help: 'no events of the category'},
	{name: 'action', value: 'ACTION', isRepeatable: true, commands: everyFilter, help: 'events of the action: its id, its title, or the console\'s own words'},
	{name: 'not-action', value: 'ACTION', isRepeatable: true, commands: everyFilter, help: 'no events of the action'},
	{name: 'type', value: 'TYPE', isRepeatable: true, commands: everyFilter, help: 'events of the type, in the source\'s own word: DEVICE_CREATE, USER_LOGIN; \'\' for events without one'},
	{name: 'not-type', value: 'TYPE', isRepeatable: true, commands: everyFilter, help: 'no events of the type'},
	{name: 'user', value: 'NAME', isRepeatable: true, commands: everyFilter, help: 'events that name the user; \'\' for events without one'},
	{name: 'not-user', value: 'NAME', isRepeatable: true, commands: everyFilter, help: 'no events that name the user'},
	{name: 'group', value: 'GROUP', isRepeatable: true, commands: everyFilter, help: 'events that name a device of the group (--devices defines the groups); \'\' for no group'},
	{name: 'not-group', value: 'GROUP', isRepeatable: true, commands: everyFilter, help: 'no events that name a device of the group'},
	{name: 'device', value: 'DEVICE', isRepeatable: true, commands: everyFilter, help: 'events that name the address or host, or an address of a network: 10.2.1.0/24, 10.2.*.7, fd00::/8'},
	{name: 'not-device', value: 'DEVICE', isRepeatable: true, commands: everyFilter, help: 'no events that name the address or host, or one of the network'},
	{name: 'source', value: 'SOURCE', isRepeatable: true, commands: everyFilter, help: 'events of the source, by its path or its short name'},
	{name: 'not-source', value: 'SOURCE', isRepeatable: true, commands: everyFilter, help: 'no events of the source'},
	{name: 'host', value: 'HOST', isRepeatable: true, commands: everyFilter, help: 'events written by the host'},
	{name: 'not-host', value: 'HOST', isRepeatable: true, commands: everyFilter, help: 'no events written by the host'},
	{name: 'result', value: 'WORD', words: named(results), isRepeatable: true, commands: everyFilter, help: 'events with this result'},
	{name: 'not-result', value: 'WORD', words: named(results), isRepeatable: true, commands: everyFilter, help: 'no events with this result'},
	{name: 'format-is', value: 'FORMAT', isRepeatable: true, commands: everyFilter, help: 'events of records in the format'},
	{name: 'not-format-is', value: 'FORMAT', isRepeatable: true, commands: everyFilter, help: 'no events of records in the format'},
	{name: 'zone', value: 'ZONE', isPerSource: true, environment: 'LEDGERLINE_ZONE', default: 'UTC', commands: everyLogReader, help: 'time zone of times without one, in logs and in options: UTC, +02:00, Europe/Berlin; for one source: auth.log=Europe/Berlin'},
	{name: 'clock-offset', value: 'DURATION', isPerSource: true, commands: everyLogReader, help: 'added to every time of the logs: +90s, -1h; for some sources: \'sensor*.jsonl=+90s\''},
	{name: 'year', value: 'YEAR', isPerSource: true, commands: everyLogReader, help: 'year of dates without one; for one source: auth.log=2025'},
	{name: 'format', value: 'FORMAT', isPerSource: true, commands: everyLogReader, help: 'read every record in this format instead of recognising it; for one source: weird.log=syslog'},
	{name: 'config', value: 'FILE', environment: 'LEDGERLINE_CONFIG', commands: everyFilter, help: 'your own views, columns, theme, zone, device map and formats, in YAML or JSON; by default ~/.config/ledgerline/config.yaml if it exists'},
	{name: 'devices', value: 'FILE', environment: 'LEDGERLINE_DEVICES', commands: everyFilter, help: 'device map, in YAML or JSON: groups with their addresses, networks and host names'},
	{name: 'layouts', value: 'FILE', environment: 'LEDGERLINE_LAYOUTS', commands: everyReader, help: 'layouts of the audit log, in YAML or JSON'},
	{name: 'formats', value: 'DIR', environment: 'LEDGERLINE_FORMATS', commands: everyReader, help: 'your own formats: a folder of lnav\'s JSON format files, or one such file'},
	{name: 'notes', value: 'FILE', commands: ['open', 'print', 'stats', 'demo'], help: 'file for notes and events written by hand; created with the first note'},
	{name: 'recursive', commands: everyLogReader, help: 'also read subfolders of the folders named'},
	{name: 'output', value: 'FORM', words: ['text', 'raw', 'jsonl', 'csv'], default: 'text', commands: ['print'], help: 'one line per event, raw records, JSON Lines, or CSV'},
	{name: 'follow', commands: ['print'], help: 'keep printing as lines arrive, in order of arrival, and wait for files that do not exist yet'},
	{name: 'colour', value: 'WHEN', environment: 'LEDGERLINE_COLOUR', words: ['auto', '0', '8', '16', '256'], default: 'auto', commands: everyScreen, help: 'how many colours to use'},
	{name: 'theme', value: 'NAME', words: ['default', 'light', 'high-contrast', 'sixteen', 'no-colour'], default: 'default', environment: 'LEDGERLINE_THEME', commands: ['open', 'demo'], help: 'colours of the screen'},
	{name: 'columns', value: 'NAMES', environment: 'LEDGERLINE_COLUMNS', listedWords: columnNames, commands: ['open', 'demo'], help: `columns of the timeline, in order: ${columnNames.join(',')}`},
	{name: 'ascii', environment: 'LEDGERLINE_ASCII', commands: everyScreen, help: 'draw with ASCII characters only'},
	{name: 'plain', environment: 'LEDGERLINE_PLAIN', commands: everyScreen, help: 'lines of plain text, no cursor movement; commands are typed as lines (help lists them)'},
	{name: 'escape-wait', value: 'DURATION', environment: 'LEDGERLINE_ESCAPE_WAIT', commands: ['open', 'demo'], help: 'how long an Escape may wait for the rest of a key on a slow link: 100ms, 1s'},
	{name: 'rotate', value: 'SIZE', default: '12kB', commands: ['demo'], help: 'size at which the simulated logs rotate; 10MB is the real one'},
	{name: 'rate', value: 'LINES', default: '4', commands: ['demo'], help: 'lines per second that the simulated appliance writes'},
	{name: 'for', value: 'DURATION', commands: ['demo'], help: 'stop after this long'},
] as const satisfies readonly OptionRow[];

export type OptionName = (typeof options)[number]['name'];

/** The same rows, typed so that every one has every column. */
export const optionRows: ReadonlyArray<OptionRow & {readonly name: OptionName}> = options;

/** Options as given on the command line or in the environment; a switch has one empty text. */
export type Given = Readonly<Partial<Record<OptionName, readonly string[]>>>;

/** The value of an option that has only one. */
export const lastGiven = (given: Given, name: OptionName): string | undefined =>
	given[name]?.at(-1) ?? optionRows.find(row => row.name === name)!.default;

/** `before` overridden by `given`; values for only some sources are added instead. */
export function givenOver(before: Given, given: Given): Given {
	const added = optionRows.filter(({name, isPerSource}) => isPerSource && given[name]?.every(value => value.includes('=')));
	return {...before, ...given, ...Object.fromEntries(added.map(({name}) => [name, [...before[name] ?? [], ...given[name]!]]))};
}

export const isGiven = (given: Given, name: OptionName): boolean => given[name] !== undefined;
