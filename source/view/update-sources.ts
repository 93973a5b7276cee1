import type {Health} from '../engine/engine.ts';
import {noticed} from './filters/update-query.ts';
import type {ViewState} from './view-state.ts';

/** Takes the state of all sources. A new source is announced once. */
export function healthAnswered(state: ViewState, health: Health): ViewState {
	const known = new Set(state.opened.sources.map(({id}) => id));
	const newcomers = health.sources.filter(({description}) => !known.has(description.id));
	const born = newcomers.map(({description}) => description);
	if (born.length === 0) {
		return {...state, health};
	}

	const opened = {...state.opened, sources: [...state.opened.sources, ...born]};
	// The person who wrote the first note has just been told where it went.
	const isOwnFile = newcomers.every(({options}) => options.format === 'notes');
	return isOwnFile ? {...state, health, opened} : noticed({...state, health, opened}, `new ${born.length === 1 ? 'source' : 'sources'}: ${born.map(({name}) => name).join(', ')}`);
}
