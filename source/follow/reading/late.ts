import {leave, remember, sayOf, type FollowedSource} from '../followed-source.ts';
import {grew, keptWatch, letGo, quietSince, steppedOver} from '../follower.ts';
import {Generation} from '../generation.ts';
import {hasReopened} from '../handles/open-generation.ts';
import {readSlice} from './drain.ts';

/** Reads what was written to files already rotated away, and ends those that have been quiet. */
export function readLate(source: FollowedSource, nowMs: number): void {
	for (const {generation, grewAtMs} of source.chain.late) {
		reopenIfClosed(source, generation);
		let slice = readSlice(source.disk, generation);
		for (; slice.type === 'bytes'; slice = readSlice(source.disk, generation)) {
			source.delivery.give(generation, slice.bytes, true, nowMs);
			source.chain = grew(source.chain, generation, nowMs);
		}

		if (grewAtMs === Infinity && slice.type === 'rewound') {
			beginAnew(source, generation);
		}
	}

	const quiet = quietSince(source.chain, nowMs);
	for (const generation of quiet) {
		if (isClosed(generation)) {
			sayLateIsLost(source, generation);
		}
	}

	endLate(source, quiet);
}

/** Some logs are a ring of files (rotatelogs -n), each of which is emptied when its turn comes again. The new content of such a file begins a generation of its own. */
function beginAnew(source: FollowedSource, generation: Generation): void {
	const {facts, offsetBytes, splitter} = generation;
	const fresh = new Generation(generation);
	generation.handle = undefined;
	const isInsideLine = splitter.restBytes > 0;
	endLate(source, [generation]);
	sayOf(source, {type: 'truncated', afterBytes: offsetBytes, isInsideLine, seenMs: facts.modifiedMs}, generation);
	source.chain = keptWatch(source.chain, [fresh]);
	remember(source, [fresh]);
}

/** It may have been closed meanwhile to save descriptors. */
function reopenIfClosed({disk, description}: FollowedSource, generation: Generation): void {
	if (isClosed(generation)) {
		hasReopened(disk, description.path, generation);
	}
}

const isClosed = ({handle, archive}: Generation): boolean => handle === undefined && archive === undefined;

/** While it was closed it was deleted or its permissions changed: nobody saw what was written to it last. */
function sayLateIsLost(source: FollowedSource, generation: Generation): void {
	const {path, facts} = generation;
	sayOf(source, {
		type: 'hole',
		fromMs: facts.modifiedMs,
		toMs: undefined,
		reason: `${path} could not be opened again after it was rotated: what was written to it last may be missing here`,
	}, generation);
}

/** No more bytes are expected from these. */
export function endLate(source: FollowedSource, over: readonly Generation[]): void {
	source.chain = letGo(source.chain, over);
	for (const generation of over) {
		source.delivery.end(generation);
	}
}

/** Shows lines whose end has not come for long. */
export function showUnfinished({chain: {late, reading}, delivery}: FollowedSource, nowMs: number): void {
	for (const generation of [...late.map(watch => watch.generation), reading]) {
		if (generation !== undefined) {
			generation.shownBytes = delivery.showUnfinished(generation, nowMs);
		}
	}
}

/** All that is there has been read and nothing more is wanted. */
export function finish(source: FollowedSource, nowMs: number): void {
	const {reading} = source.chain;
	if (reading !== undefined) {
		source.chain = steppedOver(source.chain, nowMs);
		leave(source, reading);
	}

	endLate(source, source.chain.late.map(({generation}) => generation));
}
