import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import type {Run} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Providers that number their events from one on: what a number means hangs on who wrote it (Sysmon's page of Sysinternals, about_Logging_Windows of PowerShell). */
const providers = new WordTable<WordTable<Codes>>([
	['Microsoft-Windows-Sysmon', new WordTable([
		['1', codesOf('process-executed')],
		['3', codesOf('connection')],
		['16', codesOf('config-changed', 'system')],
		['22', codesOf('network-event')],
	])],
	['Microsoft-Windows-PowerShell', new WordTable([['4104', codesOf('process-executed')]])],
]);

/** What an event did that is known by its provider's own numbers; undefined of all others. */
export const codesOfProvider = (bytes: Uint8Array, provider: Run, number: Run): Codes | undefined =>
	providers.find(bytes, provider.start, provider.end)?.find(bytes, number.start, number.end);
