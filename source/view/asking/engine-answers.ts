import type {Engine} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import type {ArrivalIntent} from '../intents.ts';
import {lastLoginIn, lastLoginPage} from '../details/last-login.ts';
import type {Ask} from './requests.ts';

/** The engine's answer as an intent. A failure becomes `unanswered`, which stands on the status line until a retry succeeds. */
export async function answerFrom(engine: Engine, ask: Ask): Promise<ArrivalIntent> {
	try {
		return await askEngine(engine, ask);
	} catch (error) {
		return {type: 'unanswered', slot: ask.slot, serial: ask.serial, reason: reasonOf(error)};
	}
}

/** The first line of the message: the rest of an error (its class, its stack) is of no use on the screen. */
function reasonOf(error: unknown): string {
	const [reason] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
	return reason!.replace(/^\w*Error: /v, '');
}

async function askEngine(engine: Engine, ask: Ask): Promise<ArrivalIntent> {
	switch (ask.slot) {
		case 'page': {
			return {type: 'page-answered', ask, answer: await engine.page(ask.request)};
		}

		case 'facets': {
			return {type: 'facets-answered', ask, answer: await engine.facets(ask.request)};
		}

		case 'histogram': {
			return {type: 'histogram-answered', ask, answer: await engine.histogram(ask.request)};
		}

		case 'summary': {
			return {type: 'summary-answered', ask, answer: await engine.groups(ask.request)};
		}

		case 'find': {
			return {type: 'find-answered', ask, answer: await engine.find(ask.request)};
		}

		case 'details': {
			return {type: 'details-answered', ask, answer: await engine.details(ask.request)};
		}

		case 'related': {
			return {type: 'related-answered', ask, answer: await Promise.all(ask.request.queries.map(async query => countOf(engine, query)))};
		}

		case 'last-login': {
			return {type: 'last-login-answered', ask, answer: lastLoginIn(await engine.page(lastLoginPage(ask.request)), ask.request)};
		}

		case 'values': {
			return {type: 'values-answered', ask, answer: await engine.facets(ask.request)};
		}

		case 'health': {
			return {type: 'health-answered', ask, answer: await engine.health()};
		}
	}
}

/** How many events a query shows, as a page of one row tells. */
async function countOf(engine: Engine, query: Query): Promise<number> {
	const {matchedEvents} = await engine.page({query, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0});
	return matchedEvents;
}
