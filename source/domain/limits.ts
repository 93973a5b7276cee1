/** Longest part of a line that is parsed and shown; the rest stays reachable raw, and a fault says so. */
export const longestLineBytes = 1024 * 1024;

/** How much one slice of background work may hold the engine before it looks at requests again, milliseconds. */
export const sliceMs = 8;
