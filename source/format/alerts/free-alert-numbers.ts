import type {PairList} from '../bytes/pair-list.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {alertKeys} from './alert-fields.ts';

/** The values of an alert that may have any other numbers: those that no column is told by. In those where devices are looked for, addresses stay some. */
export function freeAlertNumbers(pairs: PairList): FreeNumberRuns {
	const {message, devices, severity, result, user} = alertKeys;
	const told = new Set([severity, result, user].flatMap(keys => pairs.present(keys)));
	const searched = new Set([message, devices].flatMap(keys => pairs.present(keys)));
	const free = Array.from({length: pairs.count}, (_, pair) => ({pair, start: pairs.starts[pair]!, end: pairs.ends[pair]!})).filter(({pair}) => !told.has(pair));
	return {texts: free.filter(({pair}) => searched.has(pair)), values: free.filter(({pair}) => !searched.has(pair))};
}
