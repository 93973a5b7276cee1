import {writeSync} from 'node:fs';
import {foreignText} from '../domain/foreign.ts';
import {escape} from '../text/escape.ts';
import {standardError} from './standard-streams.ts';

/** Writes one sentence to standard error, escaped, because file names and the like could control the terminal. */
export function complain(sentence: string): void {
	const line = `ledgerline: ${escape(foreignText(sentence))}\n`;
	try {
		writeSync(standardError, line);
	} catch {
		// Standard error is closed, and there is no other place to say it.
	}
}
