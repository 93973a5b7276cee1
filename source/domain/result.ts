/** How an action ended. The index is the code in columns; 0 means that the record does not say. */
export const results = ['none', 'success', 'failure'] as const;

export type Result = (typeof results)[number];

export const resultCode = {none: 0, success: 1, failure: 2} as const satisfies Record<Result, number>;
