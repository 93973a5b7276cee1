import type {SavedView} from '../query/built-in-views.ts';
import type {StandardOutput} from './standard-streams.ts';

/** What a run may use of the world. `main.ts` alone makes one. */
export type Setting = {
	readonly output: StandardOutput;
	/** Standard output leads to a person. */
	readonly isTerminal: boolean;
	/** Standard input comes from a person. */
	readonly isInputTerminal: boolean;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly nowMs: number;
	readonly ownViews: readonly SavedView[];
	/** The file that views are saved into; undefined where there is no home. */
	readonly configPath: string | undefined;
	/** What went wrong on the way here, for a screen to say as well. */
	readonly warning: string | undefined;
	/** One sentence for standard error; anything may be in it. */
	complain(sentence: string): void;
	/** Work to be done before the program ends, however it ends. Must not wait. */
	beforeEnd(work: () => void): void;
	/** What tells that an orderly end would wait for a reader who takes nothing. */
	endBlockedBy(isBlocked: () => boolean): void;
};
