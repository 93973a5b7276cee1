import type {Query} from '../query/query.ts';
import type {ViewChange} from '../query/view-change.ts';
import type {Draft} from './boxes/writing.ts';

/** Work on the disk that the person asked for. It runs as long as the state holds it and is given up when the state drops it. */
export type Errand = ExportErrand | ChangeViewsErrand | WriteErrand;

export type ExportErrand = {
	readonly type: 'export';
	readonly serial: number;
	/** As typed. */
	readonly path: string;
	readonly query: Query;
	/** The person was told that a file of this name exists and agreed to replace it. */
	readonly mayReplace: boolean;
};

export type ChangeViewsErrand = {
	readonly type: 'change-views';
	readonly serial: number;
	readonly change: ViewChange;
};

/** Something written by hand, to the notes file. */
export type WriteErrand = {readonly type: 'write'; readonly serial: number; readonly path: string; readonly draft: Draft; readonly author: string};

/** What an errand reports. The sentences are for the status line. */
export type ErrandNews =
	| {readonly type: 'progress'; readonly sentence: string}
	/** Nothing was done yet: the person has to decide, and agrees by pressing Enter again. */
	| {readonly type: 'question'; readonly sentence: string}
	/** Nothing was done: another path is needed. */
	| {readonly type: 'unfit'; readonly sentence: string}
	/** The views in the config file were changed, and the palette follows. */
	| {readonly type: 'views-changed'; readonly sentence: string; readonly change: ViewChange}
	/** The errand is over, whether it succeeded or not. */
	| {readonly type: 'over'; readonly sentence: string};

/** Starts an errand of each type and returns a function that gives it up. */
export type Errands = {readonly [Type in Errand['type']]: (errand: Extract<Errand, {type: Type}>, tell: (news: ErrandNews) => void) => () => void};

export type ErrandDesk = {
	/** Begins the errand that the state holds, if it is new, and gives up the one that the state dropped. */
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

/** TypeScript cannot see that the row of a type takes that type's errand. */
function begin(errands: Errands, errand: Errand, tell: (news: ErrandNews) => void): () => void {
	return (errands[errand.type] as (errand: Errand, tell: (news: ErrandNews) => void) => () => void)(errand, tell);
}
