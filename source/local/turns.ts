import {sliceMs} from '../domain/limits.ts';

export type Step = 'more' | 'last';

/** Takes all steps; whenever a slice is used up, requests and new lines get a turn. */
export async function takeSteps(takeStep: () => Step | Promise<Step>): Promise<void> {
	let sliceEndMs = performance.now() + sliceMs;
	/* eslint-disable no-await-in-loop -- One step after the other is what this is for. */
	while (await takeStep() === 'more') {
		if (performance.now() < sliceEndMs) {
			continue;
		}

		await turnOfTheLoop();
		sliceEndMs = performance.now() + sliceMs;
	}
	/* eslint-enable no-await-in-loop */
}

async function turnOfTheLoop(): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	setImmediate(resolve);
	return promise;
}
