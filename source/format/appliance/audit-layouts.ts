/** How a console writes its audit log: the line as a template, and where the action ends inside `{record}`. Users may add their own. */
export type AuditLayout = {
	readonly name: string;
	/** Slots: `{time}`, `{level:word}`, `{thread}`, `{actor}` (who did it), `{record}` (action and fields). See `template.ts`. */
	readonly pattern: string;
	readonly dateOrder: 'year-first' | 'day-first' | 'month-first';
	/** What stands between the action and its fields. */
	readonly actionEndsWith: string;
};

/** The layouts known from the field. The maker has published none. */
export const auditLayouts: readonly AuditLayout[] = [
	{name: 'log4j', pattern: '{time} [{thread}] {level:word} audit- {record}', dateOrder: 'year-first', actionEndsWith: ': '},
	{name: 'bars', pattern: '{time} | {actor} | {record}', dateOrder: 'day-first', actionEndsWith: ' | '},
];
