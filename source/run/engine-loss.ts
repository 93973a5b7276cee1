import {exitCodes} from '../config/exit-codes.ts';
import type {Engine} from '../engine/engine.ts';
import type {Setting} from './setting.ts';

/** Settles when the thread that reads the logs has ended by itself, with the sentence that says so. */
export async function engineLoss(engine: Engine): Promise<{readonly sentence: string}> {
	const reason = await new Promise<Error>(resolve => {
		engine.onLoss(resolve);
	});
	return {sentence: sentenceFor(reason)};
}

/** The same, with the sentence said: the exit status of what cannot go on without that thread. */
export async function lossTold(engine: Engine, {complain}: Pick<Setting, 'complain'>): Promise<number> {
	const {sentence} = await engineLoss(engine);
	complain(sentence);
	return exitCodes.trouble.code;
}

function sentenceFor(reason: Error): string {
	return isMemoryGone(reason)
		? 'there was not enough memory to read these logs; name fewer of them, or only the newest files'
		: `reading the logs came to an unexpected end (${reason.message}); start it again to go on`;
}

/** Objects of a thread have a heap that may be full; columns lie outside of it, and V8 says that of them in words alone. */
const isMemoryGone = (reason: Error): boolean => (reason as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || reason.message === 'Array buffer allocation failed';
