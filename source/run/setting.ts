import type {SavedView} from '../query/built-in-views.ts';
import type {StandardOutput} from './standard-streams.ts';

/** What a run may use of the world outside. Only `main.ts` makes one. */
export type Setting = {
	readonly output: StandardOutput;
	/** Standard output is a terminal. */
	readonly isTerminal: boolean;
	/** Standard output is kept in a file, as nohup has it. */
	readonly isKept: boolean;
	/** Standard input is a terminal. */
	readonly isInputTerminal: boolean;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly nowMs: number;
	readonly ownViews: readonly SavedView[];
	/** The file that views are saved in; undefined where there is no home folder. */
	readonly configPath: string | undefined;
	/** Trouble during the start, for the screen to show as well. */
	readonly warning: string | undefined;
	/** Writes one sentence to standard error; it is escaped there. */
	complain(sentence: string): void;
	/** Shows words on the terminal of standard error that go again; undefined where it is none. */
	readonly tellInPassing: ((words: string) => void) | undefined;
	/** Registers work to do before the program ends, however it ends. It must not wait. */
	beforeEnd(work: () => void): void;
	/** Registers a check whether a normal exit would block on a reader that takes nothing. */
	endBlockedBy(isBlocked: () => boolean): void;
};
