/** Longest part of a line that is parsed and shown; the rest stays reachable raw, and a fault says so. */
export const longestLineBytes = 1024 * 1024;

/** After this much background work the engine looks at requests again, milliseconds. One more piece of work may end a little later: together less than 8. */
export const sliceMs = 5;
