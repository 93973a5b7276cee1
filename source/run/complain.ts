import {writeSync} from 'node:fs';
import {foreignText} from '../domain/foreign.ts';
import {escape} from '../text/escape.ts';
import {standardError} from './standard-streams.ts';

/** Says one sentence on standard error. File names and whatever else is in it cannot drive the terminal. */
export function complain(sentence: string): void {
	const line = `ledgerline: ${escape(foreignText(sentence))}\n`;
	try {
		writeSync(standardError, line);
	} catch {
		// Nobody listens: there is no other place to say it.
	}
}
