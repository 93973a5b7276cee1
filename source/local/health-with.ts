import type {Health, HealthNews} from '../engine/engine.ts';

/** The whole health, from an earlier one and the changes since. */
export function healthWith(before: Health | undefined, {changedSources, faults = before?.faults ?? [], ...news}: HealthNews): Health {
	const sources = [...before?.sources ?? []];
	for (const source of changedSources) {
		sources[source.source] = source;
	}

	return {...news, sources, faults};
}
