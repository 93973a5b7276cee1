import {existsSync} from 'node:fs';
import {Command, CommanderError, Option} from 'commander';
import {commands, givenOver, optionRows, type CommandName, type Given, type OptionName, type OptionRow} from '../config/options.ts';
import {commandTrouble, pathTrouble} from './command-line-slips.ts';

/** What the command line asks for. `text` is for standard output, `sentence` for standard error. */
export type Asked =
	| Run
	| {readonly type: 'tell'; readonly text: string}
	| {readonly type: 'refuse'; readonly sentence: string};

export type Run = {readonly type: 'run'; readonly command: CommandName; readonly paths: readonly string[]; readonly given: Given};

export type Surroundings = {
	readonly version: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** A name that exists is a file, however much it looks like a mistyped command. */
	readonly hasFile?: (path: string) => boolean;
};

/** Reads the words after the program name. */
export function readCommandLine(words: readonly string[], {version, environment, hasFile = existsSync}: Surroundings): Asked {
	const told: string[] = [];
	let asked: Run | undefined;
	const program = ledgerlineCommand(version, run => {
		asked = run;
	});
	keepQuiet(program, text => {
		told.push(text);
	});

	try {
		program.parse(spelledOut(words), {from: 'user'});
	} catch (error) {
		if (error instanceof CommanderError) {
			return error.exitCode === 0 ? {type: 'tell', text: told.join('')} : {type: 'refuse', sentence: commandTrouble(error)};
		}

		throw error;
	}

	const run = asked!;
	const trouble = pathTrouble(run, hasFile);
	return trouble === undefined ? {...run, given: givenOver(fromEnvironment(run.command, environment), run.given)} : {type: 'refuse', sentence: trouble};
}

function ledgerlineCommand(version: string, onRun: (run: Run) => void): Command {
	const program = new Command('ledgerline')
		.usage('[OPTIONS] [PATH...]\n       ledgerline COMMAND [OPTIONS] [PATH...]')
		.description('Rotating logs as one live, filterable, searchable timeline.')
		.version(version, '-V, --version', 'show the version')
		.helpOption('-h, --help', helpHelp)
		.helpCommand('help [COMMAND]', 'show help for a command')
		.enablePositionalOptions()
		.addHelpText('after', examples);
	for (const row of commands) {
		addCommand(program, row, onRun);
	}

	return program;
}

/** Keeps commander from writing to the streams and ending the program: `main.ts` does that. */
function keepQuiet(program: Command, tell: (text: string) => void): void {
	for (const command of [program, ...program.commands]) {
		command.exitOverride().configureOutput({
			writeOut: tell,
			writeErr: tell,
			outputError() {
				// The message is taken from the error that is thrown.
			},
		});
	}
}

const helpHelp = 'show this help';

const examples = `
Examples:
  ledgerline /var/cyberx/logs             the screen, on all logs of a folder
  ledgerline print --since -1h --severity alert /var/cyberx/logs
  ledgerline print --output jsonl --action "Password reset" mgmt-audit.log
  ledgerline demo                         a simulated appliance to try it on

Filters and settings of the screen: ledgerline help open. Of a command: ledgerline help COMMAND.`;

function addCommand(program: Command, row: (typeof commands)[number], onRun: (run: Run) => void): void {
	const command = program.command(row.name, {isDefault: row.name === 'open'}).description(row.summary).helpOption('-h, --help', helpHelp).configureHelp({optionTerm: termOf});
	if (row.paths !== undefined) {
		command.argument(row.paths, 'files, folders and glob patterns; the known places of the appliance when none is given');
	}

	const ownOptions = optionRows.filter(each => each.commands.includes(row.name));
	for (const option of ownOptions) {
		command.addOption(commanderOption(option));
	}

	command.allowExcessArguments(false).action(() => {
		onRun({type: 'run', command: row.name, paths: command.args, given: givenTo(command)});
	});
}

function commanderOption(row: OptionRow): Option {
	const option = new Option(row.value === undefined ? `--${row.name}` : `--${row.name} <${row.value}>`, helpOf(row));
	return row.value === undefined
		? option
		: option.argParser((value: string, before: readonly string[] | undefined) => [...before ?? [], value]);
}

/** A value that may be left out needs an equals sign: the next word would be a path. */
function termOf({flags, long}: Option): string {
	const row: OptionRow | undefined = optionRows.find(({name}) => long === `--${name}`);
	return row?.bareValue === undefined ? flags : `${long}[=${row.value}]`;
}

function helpOf({help, words, default: preset, environment}: OptionRow): string {
	const notes = [
		...(words ? [words.join(', ')] : []),
		...(preset === undefined ? [] : [`default ${preset}`]),
		...(environment === undefined ? [] : [`or $${environment}`]),
	];
	return notes.length === 0 ? help : `${help} (${notes.join('; ')})`;
}

function givenTo(command: Command): Given {
	const values: Record<string, unknown> = command.opts();
	return Object.fromEntries(optionRows.flatMap(({name}) => {
		const value = values[camelCase(name)];
		return value === undefined ? [] : [[name, value === true ? [''] : value as readonly string[]]];
	}));
}

/** Commander keeps `--not-user` under `notUser`. */
const camelCase = (name: string) => name.replaceAll(/-[a-z]/g, dashed => dashed[1]!.toUpperCase());

function fromEnvironment(command: CommandName, environment: Surroundings['environment']): Given {
	return Object.fromEntries(optionRows
		.filter(row => row.commands.includes(command))
		.map(row => [row.name, saidBy(environment[row.environment ?? ''], row)] as const)
		.filter(([, said]) => said.length > 0) satisfies ReadonlyArray<readonly [OptionName, readonly string[]]>);
}

/** The value of an environment variable as the option would hold it; nothing where it is empty, or `0` for a switch. */
function saidBy(text: string | undefined, {value}: OptionRow): string[] {
	if (value === undefined) {
		return text && text !== '0' ? [''] : [];
	}

	return text ? [text] : [];
}

/** Writes in the values that were left out: commander would take a path after `--user-operations` for its value. */
function spelledOut(words: readonly string[]): string[] {
	const spelled: string[] = [];
	let isValue = false;
	for (const [index, word] of words.entries()) {
		if (word === '--' && !isValue) {
			return [...spelled, ...words.slice(index)];
		}

		const row: OptionRow | undefined = isValue ? undefined : optionRows.find(each => word === `--${each.name}`);
		spelled.push(row?.bareValue === undefined ? word : `${word}=${row.bareValue}`);
		isValue = row?.value !== undefined && row.bareValue === undefined;
	}

	return spelled;
}
