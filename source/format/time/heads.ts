/** The first letters of months, as any writer spells them. */
export const monthHeads = 'ADFJMNOSadfjmnos';

/** Those of the days of the week that no month has. */
const dayHeads = 'TWtw';

/** Cisco's devices mark a clock that is not set, and one that lost its server. */
const clockMarks = '*.';

/** Those that a name of a day of the week begins with. */
export const weekdayHeads = 'FMSTWfmstw';

export const digitHeads = '0123456789';

/** With it the tag of a Cisco device begins, which may stand alone. */
const tagMark = '%';

/** Routers of many cards begin with the one that speaks: `RP/0/RP0/CPU0:`, `LC/0/1/CPU0:`. */
const cardHeads = 'RL';

/** First bytes of a syslog header: a priority in brackets, a time that begins with digits, a month or a day of the week, a tag, or a card. */
export const syslogHeads = `<${digitHeads}${monthHeads}${dayHeads}${clockMarks}${tagMark}${cardHeads}`;
