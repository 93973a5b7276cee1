import type {SavedView} from './built-in-views.ts';

/** A change to the person's own views. */
export type ViewChange =
	| {readonly type: 'saved'; readonly view: SavedView}
	| {readonly type: 'renamed'; readonly name: string; readonly newName: string}
	| {readonly type: 'removed'; readonly name: string};
