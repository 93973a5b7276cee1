import type {CommanderError} from 'commander';
import {commands, type CommandName, type OptionRow, optionRows} from '../config/options.ts';
import {nearestWord} from '../query/nearest-word.ts';

/** What commander could not read, as one sentence: `error: unknown option '--sinec'\n(Did you mean --since?)`. It has none for `help` of a command that is not there. */
export function commandTrouble({code, message}: CommanderError): string {
	const sentence = message.replace(/^error: /, '').replace(/\n\(Did you mean (?<words>.*)\?\)$/s, '; did you mean $<words>?');
	switch (code) {
		case 'commander.help': {
			return `there is no command of that name; the commands are ${commandNames.join(', ')}`;
		}

		case 'commander.unknownOption': {
			return misplacedOption(sentence) ?? (sentence.includes('; did you mean') ? sentence : `${sentence}; --help lists those there are`);
		}

		case 'commander.optionMissingArgument': {
			return sentence.replace(/^option '(?<option>[^ ]+) <(?<value>.+)>' argument missing$/, '$<option> takes a $<value>, and none follows');
		}

		default: {
			return sentence;
		}
	}
}

const commandNames = commands.map(row => row.name).filter(name => name !== 'open');

/** An option that another command has, or a switch that was given a value. */
function misplacedOption(sentence: string): string | undefined {
	const {name, value} = /^unknown option '--(?<name>[^'=]+)(?<value>=)?/.exec(sentence)?.groups ?? {};
	const row = optionRows.find(each => each.name === name);
	if (row === undefined) {
		return undefined;
	}

	return value !== undefined && row.value === undefined
		? `--${row.name} takes no value`
		: `--${row.name} belongs to ${inWords(row.commands)}: ${exampleOf(row)}`;
}

const inWords = (names: readonly CommandName[]): string =>
	new Intl.ListFormat('en-GB').format(names.map(name => name === 'open' ? 'the screen' : name));

const exampleOf = ({name, value, commands: having}: OptionRow): string =>
	['ledgerline', ...having.slice(0, 1).filter(command => command !== 'open'), `--${name}`, ...(value === undefined ? [] : [value])].join(' ');

type Operands = {readonly command: CommandName; readonly paths: readonly string[]};

/** Why the operands can be no files. */
export const pathTrouble = (run: Operands, hasFile: (path: string) => boolean): string | undefined => namedNoFile(run) ?? mistypedCommand(run, hasFile);

/** Operands that are no files to anybody. */
const noFiles: ReadonlyMap<string, string> = new Map([
	// `ledgerline "$LOG"` where there is no LOG: the empty name would be taken for the folder one is in.
	['', 'a name with no letters leads to no file; is a variable of the shell empty?'],
	['-', '\'-\' is a pipe elsewhere; here events are read back again and again, so write it to a file first (COMMAND > FILE) and name that; a file called - is ./-'],
]);

const namedNoFile = ({paths}: Operands): string | undefined => paths.map(path => noFiles.get(path)).find(known => known !== undefined);

/** `ledgerline prnt x.log`: a word that is no file, has no dot or slash, and is nearly a command. */
function mistypedCommand({command, paths}: Operands, hasFile: (path: string) => boolean): string | undefined {
	const first = paths[0];
	if (command !== 'open' || first === undefined || /[*./]/.test(first) || hasFile(first)) {
		return undefined;
	}

	const near = nearestWord(first, commandNames);
	return near === undefined ? undefined : `there is no command and no file '${first}'; did you mean '${near}'?`;
}
