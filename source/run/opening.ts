import type {Reading} from '../config/reading.ts';
import type {Engine, OpenAnswer} from '../engine/engine.ts';
import type {Query} from '../query/query.ts';
import type {Session} from '../view/session.ts';
import {inlineSmallFunctions} from './inlining.ts';
import {type Request, withSourcePaths} from './request.ts';
import {checkPatterns} from './source-options.ts';

/** The query with its source names looked up. Most queries name none, and then the first frame need not wait for the engine. */
export async function withNamesKnown({open, query}: Request, opening: Promise<OpenAnswer>): Promise<Reading<Query>> {
	if ((open.perSource ?? []).length === 0 && query.facets.source === undefined) {
		return {value: query};
	}

	const {sources} = await opening;
	const patterns = checkPatterns(open, sources);
	return 'trouble' in patterns ? patterns : withSourcePaths(query, sources);
}

/** Tells the screen which logs there are, once there is something to show. Never settles unless the engine fails. */
export async function showOpened(engine: Engine, opening: Promise<OpenAnswer>, session: Session): Promise<never> {
	const firstLook = firstLookDone(engine);
	const answer = await opening;
	await firstLook;
	session.dispatch({type: 'opened', answer});
	setTimeout(inlineSmallFunctions, threadsStandMs).unref();
	return neverSettled;
}

/** By then all threads have loaded the code compiled ahead for them. Changing V8's flags with the first rows delayed the doorman's start by 50 ms and the rows by 30. */
const threadsStandMs = 1000;

/** Settles when something has been read or there is nothing to read. Before that the screen would show an empty timeline that is wrong a moment later. */
const firstLookDone = async (engine: Engine): Promise<void> => new Promise(resolve => {
	const stopListening = engine.onChange(({totalEvents, isCaughtUp}) => {
		if (!isCaughtUp && totalEvents === 0) {
			return;
		}

		stopListening();
		resolve();
	});
});

const {promise: neverSettled} = Promise.withResolvers<never>();
