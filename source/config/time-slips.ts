/** Texts that are nearly a time, and how to write it; in few words, because they are shown beside the text. */
const slips: ReadonlyArray<{readonly pattern: RegExp; readonly way: string}> = [
	{pattern: /\s[A-Z]\w+\/[\w+\-/]+$/, way: 'no such zone, write it like Europe/Berlin or +02:00'},
	{pattern: /^\d{1,2}\/\d{1,2}\b/, way: 'which is the day? write 2026-11-20 or 20 Nov'},
	{pattern: /^\d{1,2}\.\d{1,2}\.?(?!\d)/, way: 'which year? write 20.11.2026 or 20 Nov'},
	{pattern: /(?:^|[ t])(?:[01]?\d|2[0-3]):[0-5]\d\b.*\s(?:first|second)\b/i, way: 'that time comes once, write it without first or second'},
	{pattern: /^\d{4}-\d\d-\d\d[ t]\d|^\d{1,2}:\d\d/i, way: 'no such hour, write 10:15 or 2026-03-03 09:06'},
	{pattern: /^\d{4}-(?:\d\d|w\d\d?)/i, way: 'no such day, write it like 2026-03-31'},
	{pattern: /^(?:w|week) ?\d{1,2}$/i, way: 'which year? write 2026-W47'},
	{pattern: /^[+-]?\d{1,3}$/, way: 'which unit? write -30m, -3h or -2d'},
	{pattern: /^\d{4}$/, way: 'a year or a time of day? write 2026-01-01 or 20:26'},
];

/** How to correct a text that is nearly a time; undefined for other texts. */
export const wayToWriteTime = (text: string): string | undefined => slips.find(({pattern}) => pattern.test(text.trim()))?.way;
