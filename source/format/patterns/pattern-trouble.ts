/** What of the pattern language is not understood, in words. */
export class PatternTrouble extends Error {}
