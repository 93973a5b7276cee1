/** Screens narrower than this have room for short words only. */
export const narrowBelowColumns = 60;

/** Whether a screen is too narrow for whole sentences beside other things. */
export const isNarrowScreen = (columns: number): boolean => columns < narrowBelowColumns;
