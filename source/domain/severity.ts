/** The scale that every format's severities are mapped to, lowest first. The index is the code in columns; 0 means that the record names none. */
export const severities = ['none', 'info', 'notice', 'alert'] as const;

export type Severity = (typeof severities)[number];
export type NamedSeverity = Exclude<Severity, 'none'>;

export const severityCode = {none: 0, info: 1, notice: 2, alert: 3} as const satisfies Record<Severity, number>;

/** The letter in the timeline, so that severity never depends on colour. */
export const severityLetter = {none: ' ', info: 'I', notice: 'N', alert: 'A'} as const satisfies Record<Severity, string>;
