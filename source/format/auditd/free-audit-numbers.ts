import {isDigit} from '../bytes/byte-text.ts';
import type {PairList} from '../bytes/pair-list.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';

/** The names of pairs whose words columns are told by. */
const toldNames: ReadonlySet<string> = new Set(['acct', 'addr', 'arch', 'syscall', 'res', 'success', 'result', 'apparmor']);

/** Digits of 4294967295, which stands for no user: a shorter number is somebody, whichever it is. */
const nobodyDigits = 10;

/** The values of an audit record that may have any other numbers: those that no column is told by, and addresses, as far as they stay some. */
export function freeAuditNumbers(pairs: PairList, bytes: Uint8Array): FreeNumberRuns {
	const places = Array.from({length: pairs.count}, (_, pair) => ({name: pairs.nameOf(pair), ...pairs.place(pair)}));
	const isSomebody = ({start, end}: (typeof places)[number]): boolean => isDigit(bytes[start]) && end - start < nobodyDigits;
	return {
		texts: places.filter(({name}) => name === 'addr'),
		values: places.filter(place => place.name === 'auid' ? isSomebody(place) : !toldNames.has(place.name)),
	};
}
