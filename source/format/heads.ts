/** The first letters of months, as any writer spells them. */
const monthHeads = 'ADFJMNOSadfjmnos';

export const digitHeads = '0123456789';

/** First bytes of a syslog header: a priority in brackets, or a time that begins with digits or a month. */
export const syslogHeads = `<${digitHeads}${monthHeads}`;
