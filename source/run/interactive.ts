import {statSync} from 'node:fs';
import process from 'node:process';
import {exitCodes, signalExitCode} from '../config/exit-codes.ts';
import type {PlaceFound} from '../config/known-places.ts';
import {perSource} from '../config/per-source.ts';
import {foreignText} from '../domain/foreign.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {Engine, OpenAnswer} from '../engine/engine.ts';
import type {Watched} from '../export/fit-path.ts';
import {builtInViews} from '../query/built-in-views.ts';
import type {Query} from '../query/query.ts';
import {openTerminal} from '../terminal/open-terminal.ts';
import type {Terminal} from '../terminal/terminal.ts';
import {startScreen} from '../ui/start-screen.tsx';
import {type Session, startSession} from '../view/session.ts';
import {startingState, type StartingPoint} from '../view/starting-state.ts';
import type {ViewState} from '../view/view-state.ts';
import {changeViewsErrands} from './change-views-errands.ts';
import {engineLoss} from './engine-loss.ts';
import {exportErrands, likelyExportPath} from './export-errands.ts';
import {interpreterFor} from './interpreter.ts';
import type {RunWish} from './run-wish.ts';
import {showOpened, withNamesKnown} from './opening.ts';
import {placesHere} from './places.ts';
import {readRequest, type Request} from './request.ts';
import type {ScreenFlags} from './screen-flags.ts';
import {authorHere, likelyNotesPath, writeErrands} from './write-errands.ts';
import type {Setting} from './setting.ts';
import {standardOutput} from './standard-streams.ts';

export type ScreenWish = RunWish & {readonly flags: ScreenFlags};

/** Draws the screen until the person leaves it. Returns the exit status. */
export async function interactive(engine: Engine, wish: ScreenWish, setting: Setting): Promise<number> {
	const endWith = ({sentence, exitCode}: Refusal): number => {
		setting.complain(sentence);
		return exitCode;
	};

	const start = await begin(engine, wish, setting);
	if ('sentence' in start) {
		return endWith(start);
	}

	const {environment, endBlockedBy} = setting;
	const {flags} = wish;
	const terminal = openTerminal({input: process.stdin, outputFd: standardOutput, environment, flags, escapeWaitMs: flags.escapeWaitMs});
	endBlockedBy(() => terminal.isBlocked);
	const session = sessionFor(engine, firstState(start, terminal, wish, setting), start.request, setting);
	const left = startScreen({session, terminal, colours: terminal.capabilities.colours});
	setImmediate(() => {
		session.dispatch({type: 'zone-found', zone: new Intl.DateTimeFormat().resolvedOptions().timeZone});
	});
	const reason = await Promise.race([left, timeIsUp(wish.signal), start.lost, showOpened(engine, start.opening, session)]);
	session.close();
	await terminal.close();
	if (typeof reason !== 'string') {
		return endWith({...reason, exitCode: exitCodes.trouble.code});
	}

	// A terminal that went away is a hang-up, whether or not the signal came.
	return reason === 'lost' ? signalExitCode(1) : exitCodes.ok.code;
}

type Refusal = {readonly sentence: string; readonly exitCode: number};

/** What the screen starts from; `lost` settles if the engine fails. */
type Start = {readonly request: Request; readonly query: Query; readonly opening: Promise<OpenAnswer>; readonly lost: Promise<{readonly sentence: string}>};

/** Reads the command line and has the engine open the logs; or says why that cannot be. */
async function begin(engine: Engine, {paths, given}: ScreenWish, {nowMs}: Setting): Promise<Start | Refusal> {
	const request = await readRequest({paths, given, isFollowing: true, nowMs});
	if ('trouble' in request) {
		return {sentence: request.trouble, exitCode: exitCodes.usage.code};
	}

	const lost = engineLoss(engine);
	const opening = engine.open({...request.value.open, isNewestFirst: true});
	const query = await Promise.race([withNamesKnown(request.value, opening), lost]);
	if ('sentence' in query) {
		return {...query, exitCode: exitCodes.trouble.code};
	}

	return 'trouble' in query ? {sentence: query.trouble, exitCode: exitCodes.usage.code} : {request: request.value, query: query.value, opening, lost};
}

function firstState({request: {open, places, devices, notesPath}, query}: Start, terminal: Terminal, {given, flags}: ScreenWish, setting: Setting): ViewState {
	return startingState({
		...lookOf(terminal),
		opened: undefined,
		lookedFor: lookedFor(places, open.paths),
		zones: [...new Set([perSource(given, 'zone').forAll!, 'UTC'])],
		query,
		columnNames: flags.columnNames,
		themeName: flags.theme,
		ownViews: setting.ownViews,
		builtInViews,
		savingOff: setting.configPath === undefined ? 'there is no home folder to save in: --config FILE names a file' : undefined,
		notice: setting.warning,
		deviceTitles: devices.titles,
		writing: {path: notesPath, author: foreignText(authorHere()), draft: undefined},
	});
}

/** The session with everything that it needs of the disk and the clock. */
function sessionFor(engine: Engine, state: ViewState, {open, devices, notesPath}: Request, {beforeEnd, configPath}: Setting): Session {
	const exporting = {engine, devices, watched: () => watchedBy(open, session.state().opened.sources), places: placesHere(), nowMs: Date.now, beforeEnd};
	const session: Session = startSession({
		engine,
		state,
		schedule,
		interpreter: interpreterFor({groups: devices.groups, nowMs: Date.now, exportPath: () => likelyExportPath(exporting), notesPath: () => likelyNotesPath(exporting)}),
		errands: {
			export: exportErrands(exporting),
			write: writeErrands({...exporting, followed: open.paths.includes(notesPath ?? '') ? notesPath : undefined}),
			'change-views': changeViewsErrands(configPath),
		},
	});
	return session;
}

/** What was found at every place where a log could be. */
const lookedFor = (places: readonly PlaceFound[], paths: readonly string[]): string[] => places.length > 0
	? places.map(({path, finding}) => `${path}: ${finding}`)
	: paths.map(path => `${path}: no log there yet; it is shown when it appears`);

/** Everything that is read. Given folders count as a whole, because new logs in them become sources. */
function watchedBy({paths, isRecursive}: Request['open'], sources: readonly SourceDescription[]): Watched {
	return {files: sources.map(({path}) => path), isRecursive, folders: paths.filter(path => statSync(path, {throwIfNoEntry: false})?.isDirectory())};
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
