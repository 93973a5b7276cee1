import {isoTime} from '../domain/time.ts';

/** Reads a time that a person typed: microseconds since the epoch, or why it is none. */
export type TimeReader = (text: string) => {readonly value: number} | {readonly trouble: string};

/** An instant to the microsecond, in as few digits as possible. */
export function printExactTime(micros: number): string {
	return isoTime({micros, nanos: 0, digits: digitsOf(micros)});
}

const exactTime = /^(?<seconds>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,6}))?Z$/v;

/** Reads what `printExactTime` writes; nothing that would need a clock. */
export const readExactTime: TimeReader = text => {
	const {seconds, fraction = ''} = exactTime.exec(text)?.groups ?? {};
	const ms = Date.parse(`${seconds}Z`);
	return Number.isNaN(ms) ? {trouble: `'${text}' is not a time such as 2026-03-03T09:06:30Z`} : {value: (ms * 1000) + Number(fraction.padEnd(6, '0'))};
};

function digitsOf(micros: number): 0 | 3 | 6 {
	if (micros % 1e6 === 0) {
		return 0;
	}

	return micros % 1e3 === 0 ? 3 : 6;
}
