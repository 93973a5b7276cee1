import type {SavedView} from '../query/built-in-views.ts';
import {otherName} from '../query/nearest-word.ts';
import {lastGiven, type Given} from './options.ts';
import type {Reading} from './reading.ts';

/** The options with `--view` replaced by its query line; the person's own view wins over a built-in one of the same name. */
export function withViewLine(given: Given, views: readonly SavedView[]): Reading<Given> {
	const wanted = lastGiven(given, 'view');
	if (wanted === undefined) {
		return {value: given};
	}

	const view = views.find(({name}) => name === wanted) ?? views.find(({name}) => name.toLowerCase() === wanted.toLowerCase());
	// Nothing else lists the views of the command line, so all of them are named.
	return view === undefined
		? {trouble: `there is no view '${wanted}'; ${otherName(wanted, views.map(({name}) => name), views.length)}`}
		: {value: {...given, query: [view.line, ...given.query ?? []]}};
}
