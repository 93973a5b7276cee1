import {resultCode} from '../../domain/result.ts';
import {WordTable} from '../bytes/word-table.ts';

/** How Linux audit says that it went well, or did not. */
export const auditResults = new WordTable<number>([
	['success', resultCode.success],
	['yes', resultCode.success],
	['1', resultCode.success],
	['failed', resultCode.failure],
	['no', resultCode.failure],
	['0', resultCode.failure],
	['allowed', resultCode.success],
	['denied', resultCode.failure],
]);

/** What the log writes where it knows no user. 4294967295 is -1 as an unsigned number: no login user. */
export const nobodies: readonly string[] = ['unset', '4294967295', '-1', '(unknown)', '(invalid user)', '(unknown user)', '?', ''];

export const nobody = new WordTable<true>(nobodies.map(word => [word, true]));
