import {dayNumber, fullYear} from './calendar.ts';
import type {SlashOrder, Stamp} from './stamp.ts';

/** The three numbers of a date between slashes. */
export type SlashedNumbers = {readonly first: number; readonly second: number; readonly year: number};

const mostMonths = 12;

/** The day that a date with a whole year means. A number above twelve is the day, and what it tells holds for the rest of the source; until one comes, a clock of twelve hours is taken for an American one. */
export function dayOfSlashed(numbers: SlashedNumbers, stamp: Stamp, isTwelveHours: boolean): number {
	learnOrder(numbers, stamp);
	return dayInOrder(numbers, stamp.slashOrder ?? (isTwelveHours ? 'month-first' : 'day-first'));
}

export const dayInOrder = ({first, second, year}: SlashedNumbers, order: SlashOrder): number =>
	order === 'day-first' ? dayNumber(year, second, first) : dayNumber(year, first, second);

function learnOrder({first, second}: SlashedNumbers, stamp: Stamp): void {
	if (first > mostMonths) {
		stamp.slashOrder = 'day-first';
	} else if (second > mostMonths) {
		stamp.slashOrder = 'month-first';
	}
}

const dayMs = 86_400_000;
const yearDays = 366;

/** `17/06/09`: log4j's short form has the year first. A year at the end counts where it alone puts the record into the year before the file's last change. */
export function dayOfShortDate({first, second, year: third}: SlashedNumbers, stamp: Stamp): number {
	const yearFirst = dayNumber(fullYear(first), second, third);
	const yearLast = dayInOrder({first, second, year: fullYear(third)}, second > mostMonths ? 'month-first' : stamp.slashOrder ?? 'day-first');
	const latest = (stamp.clock.hints.modifiedMs / dayMs) + 1;
	const isRecent = (day: number) => day <= latest && day > latest - yearDays;
	return Number.isNaN(yearFirst) || (isRecent(yearLast) && !isRecent(yearFirst)) ? yearLast : yearFirst;
}
