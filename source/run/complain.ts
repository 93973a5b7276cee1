import {writeSync} from 'node:fs';
import {foreignText} from '../domain/foreign.ts';
import {escape} from '../text/escape.ts';
import {standardError} from './standard-streams.ts';

/** Writes one sentence to standard error, escaped, because file names and the like could control the terminal. */
export function complain(sentence: string): void {
	writeError(`${passing.replacedBy('')}ledgerline: ${escape(foreignText(sentence))}\n`);
}

/** Shows words on the terminal of standard error in place of those shown before; none take them away. They must be shorter than a line. */
export function tellInPassing(words: string): void {
	writeError(passing.replacedBy(words));
}

/** What stands on the last line of the terminal and goes again. */
const passing = {
	shown: '',
	/** Blanks go over what stood there, as every terminal can. */
	replacedBy(words: string): string {
		const before = this.shown;
		this.shown = words;
		return before === words ? '' : `\r${words.padEnd(before.length)}${words === '' ? '\r' : ''}`;
	},
};

function writeError(text: string): void {
	try {
		writeSync(standardError, text);
	} catch {
		// Standard error is closed, and there is no other place to say it.
	}
}
