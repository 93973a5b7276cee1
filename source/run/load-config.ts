import type {Config} from '../config/config-file.ts';
import {usualConfigPath} from '../config/config-path.ts';
import {givenOver, lastGiven, optionRows, type Given} from '../config/options.ts';
import type {Reading} from '../config/reading.ts';
import {withViewLine} from '../config/view-option.ts';
import {builtInViews, type SavedView} from '../query/built-in-views.ts';
import type {Run} from './command-line.ts';
import type {Setting} from './setting.ts';
import {isSettingsFile, largestConfigBytes, readSettingsText, whyUnreadable} from './settings-text.ts';

/** A run with its config file read. */
export type SettledRun = {
	readonly run: Run;
	readonly ownViews: readonly SavedView[];
	/** The file that the person's own views are kept in; undefined where there is no home folder. */
	readonly configPath: string | undefined;
	/** What is wrong with the default config file; the run goes on without it. */
	readonly warning: string | undefined;
};

/** Completes a run with the config file where the command line and the environment say nothing. Trouble in a file named by the person ends the run. */
export async function settleRun(run: Run, environment: Setting['environment']): Promise<Reading<SettledRun>> {
	const named = lastGiven(run.given, 'config');
	const configPath = named ?? usualConfigPath(environment);
	const read = await readConfig(configPath, named !== undefined);
	if (named !== undefined && 'trouble' in read) {
		return read;
	}

	const {views: own, given: preset} = 'value' in read ? read.value : nothingSet;
	const given = withViewLine(givenOver(knownTo(run, preset), run.given), [...own, ...builtInViews]);
	return 'trouble' in given
		? given
		: {value: {run: {...run, given: given.value}, ownViews: own, configPath, warning: 'trouble' in read ? `${read.trouble}; continuing without it` : undefined}};
}

const nothingSet: Config = {views: [], given: {}};

/** Loads YAML and its checks only if there is a file to read. */
async function readConfig(file: string | undefined, isNamed: boolean): Promise<Reading<Config>> {
	if (file === undefined || (!isNamed && !isSettingsFile(file))) {
		return {value: nothingSet};
	}

	const {parseConfig} = await import('../config/config-file.ts');
	try {
		return parseConfig(file, readSettingsText(file, largestConfigBytes));
	} catch (error) {
		return {trouble: `the config file '${file}' cannot be read (${whyUnreadable(error)})`};
	}
}

function knownTo({command}: Run, preset: Given): Given {
	return Object.fromEntries(optionRows.filter(({name, commands}) => preset[name] !== undefined && commands.includes(command)).map(({name}) => [name, preset[name]!]));
}
