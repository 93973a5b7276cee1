import {spread} from '../../source/format/line-memory/samples.ts';
import {cpuSecondsOf} from '../cpu-seconds.ts';

/** Large enough to leave the caches nearest to a processor, as a log does. */
const lengthBytes = 4e6;
const rounds = 4;

const bytes = Uint8Array.from({length: lengthBytes}, (_, at) => (at * 7) % 251);

/** What the loop came to, so that it is not found to be of no use and left out. */
let hash = 0;

/** Megabytes that one CPU second takes through a plain loop over bytes: how fast the machine is right now. Machines lend their processors to others, and figures of two days compare only beside this one. */
export function byteLoopSpeed(): number {
	const seconds = cpuSecondsOf(() => {
		for (let round = 0; round < rounds; round++) {
			hash = hashOf(bytes, hash);
		}
	});
	return lengthBytes * rounds / seconds / 1e6;
}

function hashOf(text: Uint8Array, from: number): number {
	let key = from;
	for (let at = 0; at < text.length; at++) {
		key = Math.imul(key ^ text[at]! ^ at, spread);
	}

	return key;
}
