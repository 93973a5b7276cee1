/** The kinds of events. The index is the code in columns. */
export const categories = ['other', 'user-operation', 'alert', 'network', 'system'] as const;

export type Category = (typeof categories)[number];

export const categoryCode = {other: 0, 'user-operation': 1, alert: 2, network: 3, system: 4} as const satisfies Record<Category, number>;
