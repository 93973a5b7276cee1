/** The one scale on which every format's severities meet, least first. The row number is the code kept in columns; 0 is "the record names none". */
export const severities = ['none', 'info', 'notice', 'alert'] as const;

export type Severity = (typeof severities)[number];
export type NamedSeverity = Exclude<Severity, 'none'>;

export const severityCode = {none: 0, info: 1, notice: 2, alert: 3} as const satisfies Record<Severity, number>;

/** One letter for the timeline, so that severity never depends on colour. */
export const severityLetter = {none: ' ', info: 'I', notice: 'N', alert: 'A'} as const satisfies Record<Severity, string>;
