import type {Given} from '../config/options.ts';

/** What a run over logs is asked for. */
export type RunWish = {
	readonly paths: readonly string[];
	readonly given: Given;
	/** Ends the run as if the person had quit. */
	readonly signal?: AbortSignal | undefined;
};
