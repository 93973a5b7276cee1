import {exitCodes} from '../config/exit-codes.ts';
import type {Engine} from '../engine/engine.ts';
import type {Setting} from './setting.ts';

/** Settles if the engine's thread ends unexpectedly, with the sentence that says so. */
export async function engineLoss(engine: Engine): Promise<{readonly sentence: string}> {
	const reason = await new Promise<Error>(resolve => {
		engine.onLoss(resolve);
	});
	return {sentence: sentenceFor(reason)};
}

/** The same, but complains and returns the exit status of a run that cannot go on without the engine. */
export async function lossTold(engine: Engine, {complain}: Pick<Setting, 'complain'>): Promise<number> {
	const {sentence} = await engineLoss(engine);
	complain(sentence);
	return exitCodes.trouble.code;
}

function sentenceFor(reason: Error): string {
	return isMemoryGone(reason)
		? 'there was not enough memory to read these logs; name fewer of them, or only the newest files'
		: `reading the logs stopped unexpectedly (${reason.message}); start it again to go on`;
}

/** A thread's heap for objects can be full, which has an error code. Columns lie outside that heap, and V8 reports failing to allocate them only by its message. */
const isMemoryGone = (reason: Error): boolean => (reason as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || reason.message === 'Array buffer allocation failed';
