const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const secondsPerDay = 86_400;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days from 1970-01-01 to the given day of the proleptic Gregorian calendar, NaN where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number {
	if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
		return NaN;
	}

	const passedYears = year - 1;
	const leapDays = Math.floor(passedYears / 4) - Math.floor(passedYears / 100) + Math.floor(passedYears / 400);
	const isAfterLeapDay = month > 2 && isLeapYear(year);
	return (passedYears * 365) + leapDays + daysBeforeMonth[month - 1]! + (isAfterLeapDay ? 1 : 0) + day - daysUntil1970;
}

/** Day number of 1970-01-01 in the count from 0001-01-01, which is 1. */
const daysUntil1970 = 719_163;

/** Seconds from 1970-01-01T00:00 to the wall-clock time, NaN where there is none. A leap second (60) counts as the second after, 24:00:00 as the first moment of the next day (ISO 8601). */
export function wallSeconds(day: number, hour: number, minute: number, second: number): number {
	const isEndOfDay = hour === 24 && minute === 0 && second === 0;
	return minute > 59 || second > 60 || (!isEndOfDay && hour > 23) ? NaN : (day * secondsPerDay) + (hour * 3600) + (minute * 60) + second;
}

function lengthOfMonth(year: number, month: number): number {
	return month === 2 && isLeapYear(year) ? 29 : daysInMonth[month - 1]!;
}

/** The year in which an instant lies. */
export const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();

/** The year that two digits mean; POSIX: 69 to 99 are of the last century. */
export const fullYear = (twoDigits: number): number => twoDigits + (twoDigits < 69 ? 2000 : 1900);
