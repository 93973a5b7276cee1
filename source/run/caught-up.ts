import type {Engine} from '../engine/engine.ts';

/** Settles when every source has been read to its present end. */
export async function untilCaughtUp(engine: Engine): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const stop = engine.onChange(({isCaughtUp}) => {
		if (isCaughtUp) {
			resolve();
		}
	});
	// Asked after listening began, because it may have been the case before.
	const {isCaughtUp} = await engine.health();
	if (!isCaughtUp) {
		await promise;
	}

	stop();
}
