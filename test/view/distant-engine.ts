import type {Engine} from '../../source/engine/engine.ts';
import type {ManualClock} from '../follow/stage/manual-clock.ts';

/** What becomes of one call on its way to an engine far away. */
export type Journey = {readonly delayMs: number; readonly outcome: 'answered' | 'failed' | 'lost'};

export type Question = 'page' | 'facets' | 'groups' | 'histogram' | 'find' | 'details' | 'health';

/** Tells for each call what becomes of it. */
export type Weather = (question: Question) => Journey;

/** An engine behind a slow link: its answers come late, fail, or are never heard of again. */
export function distantEngine(near: Engine, clock: ManualClock, weather: Weather): Engine {
	const afar = <Request, Answer>(question: Question, ask: (request: Request) => Promise<Answer>) => async (request: Request): Promise<Answer> => {
		const {delayMs, outcome} = weather(question);
		const {promise, resolve, reject} = Promise.withResolvers<undefined>();
		clock.after(delayMs, () => {
			if (outcome === 'answered') {
				resolve(undefined);
			} else if (outcome === 'failed') {
				reject(new Error(`Code: 241. Memory limit exceeded \u{1B}[31mby ${question}\nat Server.cpp`));
			}
		});
		await promise;
		return ask(request);
	};

	const healthAfar = afar('health', async (_: undefined) => near.health());
	return {
		...near,
		page: afar('page', near.page),
		facets: afar('facets', near.facets),
		groups: afar('groups', near.groups),
		histogram: afar('histogram', near.histogram),
		find: afar('find', near.find),
		details: afar('details', near.details),
		health: async () => healthAfar(undefined),
	};
}
