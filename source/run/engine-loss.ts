import {exitCodes} from '../config/exit-codes.ts';
import type {Engine} from '../engine/engine.ts';
import {isMemoryGone, notEnoughMemory} from './memory-gone.ts';
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
	return isMemoryGone(reason) ? notEnoughMemory : `reading the logs stopped unexpectedly (${reason.message}); start it again to go on`;
}
