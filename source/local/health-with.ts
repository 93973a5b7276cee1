import type {Health, HealthNews} from '../engine/engine.ts';

/** How all sources are doing, from what was told before and what changed since. */
export function healthWith(before: Health | undefined, {changedSources, faults = before?.faults ?? [], ...news}: HealthNews): Health {
	const sources = [...before?.sources ?? []];
	for (const source of changedSources) {
		sources[source.source] = source;
	}

	return {...news, sources, faults};
}
