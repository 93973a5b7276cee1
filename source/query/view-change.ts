import type {SavedView} from './built-in-views.ts';

/** What may be done to the views of one's own, wherever they are kept. */
export type ViewChange =
	| {readonly type: 'saved'; readonly view: SavedView}
	| {readonly type: 'renamed'; readonly name: string; readonly newName: string}
	| {readonly type: 'removed'; readonly name: string};
