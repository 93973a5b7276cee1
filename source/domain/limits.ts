/** Longest part of a line that is parsed and shown; the rest stays reachable raw, and a fault says so. */
export const longestLineBytes = 1024 * 1024;

/** Events that a fuzzy search looks through, the newest of those shown: ten times as many would keep every letter typed waiting. */
export const mostFuzzyEvents = 20_000;

/** After this much background work the engine looks at requests again, milliseconds. One more piece of work may end a little later: together less than 8. */
export const sliceMs = 5;
