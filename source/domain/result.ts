/** How an action ended, as the record says. The row number is the code kept in columns; 0 is "the record does not say". */
export const results = ['none', 'success', 'failure'] as const;

export type Result = (typeof results)[number];

export const resultCode = {none: 0, success: 1, failure: 2} as const satisfies Record<Result, number>;
