import type {Reading} from '../config/reading.ts';
import type {Engine, OpenAnswer} from '../engine/engine.ts';
import type {Query} from '../query/query.ts';
import type {Session} from '../view/session.ts';
import {inlineSmallFunctions} from './inlining.ts';
import {type Request, withSourcePaths} from './request.ts';
import {checkPatterns} from './source-options.ts';

/** Words that name sources are looked up among those there are. Where none does, as nearly always, the first picture need not wait for the engine. */
export async function withNamesKnown({open, query}: Request, opening: Promise<OpenAnswer>): Promise<Reading<Query>> {
	if ((open.perSource ?? []).length === 0 && query.facets.source === undefined) {
		return {value: query};
	}

	const {sources} = await opening;
	const patterns = checkPatterns(open, sources);
	return 'trouble' in patterns ? patterns : withSourcePaths(query, sources);
}

/** Tells the screen which logs there are, once there is something to show of them. Settles only where the engine gives no answer. */
export async function showOpened(engine: Engine, opening: Promise<OpenAnswer>, session: Session): Promise<never> {
	const firstLook = firstLookDone(engine);
	const answer = await opening;
	await firstLook;
	session.dispatch({type: 'opened', answer});
	setTimeout(inlineSmallFunctions, threadsStandMs).unref();
	return neverSettled;
}

/** By then the threads of a start have taken what was compiled ahead for them: asked for with the first rows, the doorman's took 50 ms more of the start and the rows themselves 30. */
const threadsStandMs = 1000;

/** Something is read, or there is nothing to read. Asked before, the engine would answer that there is nothing yet: a picture that is wrong a moment later. */
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
