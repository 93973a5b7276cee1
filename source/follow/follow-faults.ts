import type {Fault} from '../domain/fault.ts';
import {foreignText} from '../domain/foreign.ts';
import {reasonFor} from './rotation/presence.ts';
import {calmPauseMs} from './turns/heartbeat.ts';

/** No doorbell can be hung on a folder. `code`: an errno name. */
export const unwatchedFault = (folder: string, code: string): Fault => ({
	type: 'watch-failed',
	source: undefined,
	subject: foreignText(folder),
	sentence: `${folder} cannot be watched: ${reasonFor(code)}. It is checked every ${calmPauseMs} ms instead.`,
});

/** There are more logs than descriptors. `mostHeld`: files that may be open at once. */
export const fewHandlesFault = (mostHeld: number): Fault => ({
	type: 'handles-short',
	source: undefined,
	subject: undefined,
	sentence: `There are more logs than can be open at once (${mostHeld}): raise ulimit -n, or LimitNOFILE= of a service. Until then those quiet for longest are closed, and reopened when they are written to; what is deleted right after that may be missed.`,
});
