import type {Query} from '../query/query.ts';
import type {ViewChange} from '../query/view-change.ts';
import type {Draft} from './boxes/writing.ts';

/** Work at the edge that the person asked for. It is done while the state holds it, and given up when the state lets it go. */
export type Errand = ExportErrand | ChangeViewsErrand | WriteErrand;

export type ExportErrand = {
	readonly type: 'export';
	readonly serial: number;
	/** As typed. */
	readonly path: string;
	readonly query: Query;
	/** The person has seen that a file has this name, and said it may go. */
	readonly mayReplace: boolean;
};

export type ChangeViewsErrand = {
	readonly type: 'change-views';
	readonly serial: number;
	readonly change: ViewChange;
};

/** Something written by hand, to the side file. */
export type WriteErrand = {readonly type: 'write'; readonly serial: number; readonly path: string; readonly draft: Draft; readonly author: string};

/** What becomes of an errand. Sentences are for the status line. */
export type ErrandNews =
	| {readonly type: 'progress'; readonly sentence: string}
	/** Nothing was done yet: only the person may decide, by saying the same again. */
	| {readonly type: 'question'; readonly sentence: string}
	/** Nothing was done: the path has to be another one. */
	| {readonly type: 'unfit'; readonly sentence: string}
	/** The file of one's own views says so; from now on the palette does. */
	| {readonly type: 'views-changed'; readonly sentence: string; readonly change: ViewChange}
	/** It is over, well or not. */
	| {readonly type: 'over'; readonly sentence: string};

/** Does errands, each in its own way; answers how to give it up. */
export type Errands = {readonly [Type in Errand['type']]: (errand: Extract<Errand, {type: Type}>, tell: (news: ErrandNews) => void) => () => void};

export type ErrandDesk = {
	/** Begins the errand that the state holds, if it is a new one, and gives up one that it holds no more. */
	attend(wanted: Errand | undefined): void;
};

export function openErrandDesk(errands: Errands, onNews: (serial: number, news: ErrandNews) => void): ErrandDesk {
	let serial: number | undefined;
	let giveUp: (() => void) | undefined;
	return {
		attend(wanted) {
			if (wanted?.serial === serial) {
				return;
			}

			giveUp?.();
			serial = wanted?.serial;
			giveUp = wanted && begin(errands, wanted, news => {
				onNews(wanted.serial, news);
			});
		},
	};
}

/** Each kind by its own row of the table. */
function begin(errands: Errands, errand: Errand, tell: (news: ErrandNews) => void): () => void {
	return (errands[errand.type] as (errand: Errand, tell: (news: ErrandNews) => void) => () => void)(errand, tell);
}
