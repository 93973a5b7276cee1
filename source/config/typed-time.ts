import {wayToWriteTime} from './time-slips.ts';
import {type Clock, longestTime, parseTime} from './parse-times.ts';

/** Why typed words are no time. `column` counts characters from 0 to the first word that could not be used. */
export type TimeTrouble = {readonly sentence: string; readonly column: number};

/** A time as `parseTime` reads it, or where it stops being one; in few words, for the sentence stands beside them. */
export function readTypedTime(text: string, clock: Clock): TimeTrouble | {readonly value: number} {
	const reading = parseTime(text, clock);
	return 'value' in reading ? reading : {sentence: wayToWriteTime(text) ?? 'not a time; write 10:15, -3h or yesterday 14:00', column: columnOfTrouble(text, clock)};
}

/** After the longest run of whole words that is a time by itself: 'yesterday' of 'yesterday banana'. */
function columnOfTrouble(text: string, clock: Clock): number {
	const words = text.slice(0, longestTime).matchAll(/\S+/g).toArray();
	const firstOdd = words.findLast(({index}) => index > 0 && 'value' in parseTime(text.slice(0, index), clock)) ?? words[0];
	return firstOdd?.index ?? 0;
}
