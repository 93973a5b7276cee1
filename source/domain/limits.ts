/** The most of a line that is parsed and shown; the rest can be reached as raw bytes, and a fault says so. */
export const longestLineBytes = 1024 * 1024;

/** The number of events that a fuzzy search looks through, the newest of those shown. Ten times as many would make every typed letter wait. */
export const mostFuzzyEvents = 20_000;

/** After this much background work, in milliseconds, the engine looks at requests again. A last piece of work may overrun it, but together they take less than 8. */
export const sliceMs = 5;
