/** The two rows below the panes, without the blanks behind them: the status and the keys, or a box. */
export const lastRows = (picture: readonly string[]): string[] => picture.slice(-2).map(row => row.trimEnd());
