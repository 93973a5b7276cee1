import type {SavedView} from '../query/built-in-views.ts';
import {nearestWord} from '../query/nearest-word.ts';
import {lastGiven, type Given} from './options.ts';
import type {Reading} from './reading.ts';

/** The options with `--view` replaced by its query line; the person's own view wins over a built-in one of the same name. */
export function withViewLine(given: Given, views: readonly SavedView[]): Reading<Given> {
	const wanted = lastGiven(given, 'view');
	if (wanted === undefined) {
		return {value: given};
	}

	const view = views.find(({name}) => name === wanted) ?? views.find(({name}) => name.toLowerCase() === wanted.toLowerCase());
	if (view !== undefined) {
		return {value: {...given, query: [view.line, ...given.query ?? []]}};
	}

	const near = nearestWord(wanted, views.map(({name}) => name));
	return {trouble: `there is no view '${wanted}'; ${near === undefined ? `there are ${views.map(({name}) => name).join(', ')}` : `did you mean '${near}'?`}`};
}
