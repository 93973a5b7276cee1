/** Endings of names of a point in time; spans, zones and words that end so by chance are none. */
const timeName = /(?:time|timestamp|date)(?:utc|gmt|local)?$/v;
const noTimeName = /(?:(?:run|up|life|elapsed|response|processing|request|wait|cpu|real)time|(?:^|[^e])update|validate|candidate|mandate)$/v;

/** Whether something of that name, in small letters and digits alone, is likely a point in time: `eventstarttimeutc`. */
export const isTimeName = (plain: string): boolean => timeName.test(plain) && !noTimeName.test(plain);
