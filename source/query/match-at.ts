/** What a sticky pattern finds at a position. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

/** The next position that is not blank. */
export const skipSpace = (text: string, from: number): number => from + matchAt(blanks, text, from)![0].length;

const blanks = /\s*/vy;
