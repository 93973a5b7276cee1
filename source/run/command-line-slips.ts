import type {CommanderError} from 'commander';
import {commands, type CommandName, type OptionRow, optionRows} from '../config/options.ts';
import {nearestWord} from '../query/nearest-word.ts';

/** Turns commander's error, such as `error: unknown option '--sinec'\n(Did you mean --since?)`, into one sentence. For `help` of an unknown command it has no message at all. */
export function commandTrouble({code, message}: CommanderError): string {
	const sentence = message.replace(/^error: /, '').replace(/\n\(Did you mean (?<words>.*)\?\)$/s, '; did you mean $<words>?');
	switch (code) {
		case 'commander.help': {
			return `there is no command of that name; the commands are ${commandNames.join(', ')}`;
		}

		case 'commander.unknownOption': {
			return misplacedOption(sentence) ?? (sentence.includes('; did you mean') ? sentence : `${sentence}; --help lists all options`);
		}

		case 'commander.optionMissingArgument': {
			return sentence.replace(/^option '(?<option>[^ ]+) <(?<value>.+)>' argument missing$/, '$<option> takes a $<value>, and none follows');
		}

		default: {
			return sentence;
		}
	}
}

const commandNames: readonly string[] = commands.map(row => row.name).filter(name => name !== 'open');

/** Explains an option that belongs to another command, or a switch that was given a value. */
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

/** Why the operands cannot be files; undefined when they can. */
export const pathTrouble = (run: Operands, hasFile: (path: string) => boolean): string | undefined => namedNoFile(run) ?? mistypedCommand(run, hasFile);

/** Operands that are never meant as files. */
const noFiles: ReadonlyMap<string, string> = new Map([
	// `ledgerline "$LOG"` with LOG unset: an empty name would mean the current folder.
	['', 'an empty name leads to no file; is a shell variable unset?'],
	['-', '\'-\' is a pipe elsewhere; here events are read back again and again, so write it to a file first (COMMAND > FILE) and name that; a file called - is ./-'],
]);

const namedNoFile = ({paths}: Operands): string | undefined => paths.map(path => noFiles.get(path)).find(known => known !== undefined);

/** `ledgerline prnt x.log` or `ledgerline --zone UTC print x.log`: a word that is not a file, has no dot or slash, and is a command or nearly one. */
function mistypedCommand({command, paths}: Operands, hasFile: (path: string) => boolean): string | undefined {
	const first = paths[0];
	if (command !== 'open' || first === undefined || /[*./]/.test(first) || hasFile(first)) {
		return undefined;
	}

	if (commandNames.includes(first)) {
		return `a command stands before its options: ledgerline ${first} [OPTIONS] [PATH...]`;
	}

	const near = nearestWord(first, commandNames);
	return near === undefined ? undefined : `there is no command and no file '${first}'; did you mean '${near}'?`;
}
