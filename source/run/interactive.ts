import {statSync} from 'node:fs';
import process from 'node:process';
import {exitCodes, signalExitCode} from '../config/exit-codes.ts';
import type {PlaceFound} from '../config/known-places.ts';
import {perSource} from '../config/per-source.ts';
import {foreignText} from '../domain/foreign.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {Engine} from '../engine/engine.ts';
import type {Watched} from '../export/fit-path.ts';
import {builtInViews} from '../query/built-in-views.ts';
import {openTerminal} from '../terminal/open-terminal.ts';
import type {Terminal} from '../terminal/terminal.ts';
import {startScreen} from '../ui/start-screen.tsx';
import {type Session, startSession} from '../view/session.ts';
import {startingState, type StartingPoint} from '../view/starting-state.ts';
import {changeViewsErrands} from './change-views-errands.ts';
import {engineLoss} from './engine-loss.ts';
import {exportErrands, likelyExportPath} from './export-errands.ts';
import {interpreterFor} from './interpreter.ts';
import type {OpenWish} from './open.ts';
import {showOpened, withNamesKnown} from './opening.ts';
import {placesHere} from './places.ts';
import {readRequest} from './request.ts';
import type {ScreenFlags} from './screen-flags.ts';
import {authorHere, likelyNotesPath, writeErrands} from './write-errands.ts';
import type {Setting} from './setting.ts';
import {standardOutput} from './standard-streams.ts';

export type ScreenWish = OpenWish & {readonly flags: ScreenFlags};

/** Draws the screen until the person leaves it. Answers the exit status. */
export async function interactive(engine: Engine, {paths, given, signal, flags}: ScreenWish, setting: Setting): Promise<number> {
	const endWith = (sentence: string, code: number = exitCodes.usage.code): number => {
		setting.complain(sentence);
		return code;
	};

	const request = await readRequest({paths, given, isFollowing: true, nowMs: setting.nowMs});
	if ('trouble' in request) {
		return endWith(request.trouble);
	}

	const {open, places, devices, notesPath} = request.value;
	const lost = engineLoss(engine);
	const opening = engine.open({...open, isNewestFirst: true});
	const query = await Promise.race([withNamesKnown(request.value, opening), lost]);
	if ('sentence' in query) {
		return endWith(query.sentence, exitCodes.trouble.code);
	}

	if ('trouble' in query) {
		return endWith(query.trouble);
	}

	const terminal = openTerminal({input: process.stdin, outputFd: standardOutput, environment: setting.environment, flags, escapeWaitMs: flags.escapeWaitMs});
	setting.endBlockedBy(() => terminal.isBlocked);
	const state = startingState({
		...lookOf(terminal),
		opened: undefined,
		lookedFor: lookedFor(places, open.paths),
		zones: [...new Set([perSource(given, 'zone').forAll!, 'UTC'])],
		query: query.value,
		columnNames: flags.columnNames,
		themeName: flags.theme,
		ownViews: setting.ownViews,
		builtInViews,
		savingOff: setting.configPath === undefined ? 'there is no home folder to save in: --config FILE names a file' : undefined,
		notice: setting.warning,
		deviceTitles: devices.titles,
		writing: {path: notesPath, author: foreignText(authorHere()), draft: undefined},
	});
	const exporting = {engine, devices, watched: () => watchedBy(open.paths, session.state().opened.sources), places: placesHere(), nowMs: Date.now, beforeEnd: setting.beforeEnd};
	const session: Session = startSession({
		engine, state, schedule,
		interpreter: interpreterFor({groups: devices.groups, nowMs: Date.now, exportPath: () => likelyExportPath(exporting), notesPath: () => likelyNotesPath(exporting)}),
		errands: {
			export: exportErrands(exporting),
			write: writeErrands({...exporting, followed: open.paths.includes(notesPath ?? '') ? notesPath : undefined}),
			'change-views': changeViewsErrands(setting.configPath),
		},
	});
	const left = startScreen({session, terminal, colours: terminal.capabilities.colours});
	setImmediate(() => {
		session.dispatch({type: 'zone-found', zone: new Intl.DateTimeFormat().resolvedOptions().timeZone});
	});
	const reason = await Promise.race([left, timeIsUp(signal), lost, showOpened(engine, opening, session)]);
	session.close();
	await terminal.close();
	if (typeof reason !== 'string') {
		return endWith(reason.sentence, exitCodes.trouble.code);
	}

	// A terminal that went away is a hang-up, whether or not the signal came.
	return reason === 'lost' ? signalExitCode(1) : exitCodes.ok.code;
}

/** What to say of every place where a log could be. */
const lookedFor = (places: readonly PlaceFound[], paths: readonly string[]): string[] => places.length > 0
	? places.map(({path, finding}) => `${path}: ${finding}`)
	: paths.map(path => `${path}: no log there yet; one that comes is shown`);

/** Folders that were given gain sources by themselves. */
function watchedBy(paths: readonly string[], sources: readonly SourceDescription[]): Watched {
	return {files: sources.map(({path}) => path), folders: paths.filter(path => statSync(path, {throwIfNoEntry: false})?.isDirectory())};
}

const lookOf = (terminal: Terminal): Pick<StartingPoint, 'size' | 'look'> => ({
	size: terminal.size(),
	look: {isUnicode: terminal.capabilities.isUnicode, hasColours: terminal.capabilities.colours > 0},
});

function schedule(callback: () => void, delayMs: number): () => void {
	const timer = setTimeout(callback, delayMs);
	return () => {
		clearTimeout(timer);
	};
}

const timeIsUp = async (signal: AbortSignal | undefined): Promise<'quit'> => new Promise(resolve => {
	const quit = () => {
		resolve('quit');
	};

	if (signal?.aborted === true) {
		quit();
	} else {
		signal?.addEventListener('abort', quit);
	}
});
