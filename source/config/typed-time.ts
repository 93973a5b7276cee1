import {wayToWriteTime} from './time-slips.ts';
import {type Clock, longestTime, parseTime} from './parse-times.ts';

/** Why a typed text is not a time. `column` is the index of the first word that could not be used, in characters from 0. */
export type TimeTrouble = {readonly sentence: string; readonly column: number};

/** A time as `parseTime` reads it, or where it stops being one; in few words, because they are shown beside the text. */
export function readTypedTime(text: string, clock: Clock): TimeTrouble | {readonly value: number} {
	const reading = parseTime(text, clock);
	return 'value' in reading ? reading : {sentence: wayToWriteTime(text) ?? 'not a time; write 10:15, -3h or yesterday 14:00', column: columnOfTrouble(text, clock)};
}

/** The word after the longest beginning that is a time by itself: 'banana' in 'yesterday banana'. */
function columnOfTrouble(text: string, clock: Clock): number {
	const words = text.slice(0, longestTime).matchAll(/\S+/g).toArray();
	const firstOdd = words.findLast(({index}) => index > 0 && 'value' in parseTime(text.slice(0, index), clock)) ?? words[0];
	return firstOdd?.index ?? 0;
}
