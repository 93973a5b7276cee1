#!/usr/bin/env node
import process from 'node:process';
import {exitCodes} from './config/exit-codes.ts';
import type {CommandName} from './config/options.ts';
import {readCommandLine, type Asked, type Run} from './run/command-line.ts';
import {commandRuns} from './run/commands.ts';
import {complain, tellInPassing} from './run/complain.ts';
import {watchEnding} from './run/ending.ts';
import {exactWords} from './run/exact-words.ts';
import {settleRun} from './run/load-config.ts';
import {outputTrouble} from './run/output-trouble.ts';
import {isFolderGone} from './run/places.ts';
import {isFile, isTerminal, openStandardOutput, standardError, standardInput, standardOutput} from './run/standard-streams.ts';
import {unforeseen} from './run/unforeseen.ts';
import {version} from './run/version.ts';

const ending = watchEnding(error => {
	complain(unforeseen(error));
});
const output = openStandardOutput(standardOutput, code => {
	const trouble = outputTrouble(code, isFile(standardOutput));
	if (trouble === undefined) {
		ending.end(exitCodes.ok.code);
	} else {
		complain(trouble);
		ending.end(exitCodes.trouble.code);
	}
});
ending.blockedBy(() => output.isBehind);

/** Commands whose engine has a thread of its own: Node cannot start threads where getcwd(3) fails. */
const threadedCommands = new Set<CommandName>(['open', 'demo']);

const words = exactWords(process.argv.slice(2));
ending.end(await answer(readCommandLine(words, {version, environment: process.env})));

async function answer(asked: Asked): Promise<number> {
	switch (asked.type) {
		case 'tell': {
			await output.write(asked.text);
			return exitCodes.ok.code;
		}

		case 'refuse': {
			complain(asked.sentence);
			return exitCodes.usage.code;
		}

		case 'run': {
			return start(asked);
		}
	}
}

async function start(asked: Run): Promise<number> {
	if (threadedCommands.has(asked.command) && isFolderGone()) {
		complain('the folder that this was started in has been removed: go to another one (cd /) and start it again');
		return exitCodes.trouble.code;
	}

	if (!threadedCommands.has(asked.command)) {
		ending.leaveToSystem();
	}

	const settled = await settleRun(asked, process.env);
	if ('trouble' in settled) {
		complain(settled.trouble);
		return exitCodes.usage.code;
	}

	const {run, ...settings} = settled.value;
	if (settings.warning !== undefined) {
		complain(settings.warning);
	}

	return commandRuns[run.command](run, {
		...settings,
		output,
		complain,
		tellInPassing: isTerminal(standardError) ? tellInPassing : undefined,
		environment: process.env,
		isTerminal: isTerminal(standardOutput),
		isKept: isFile(standardOutput),
		isInputTerminal: isTerminal(standardInput),
		nowMs: Date.now(),
		beforeEnd: ending.before,
		endBlockedBy: ending.blockedBy,
	});
}
