import {inBytes} from '../domain/size.ts';
import type {Engine} from '../engine/engine.ts';
import type {Setting} from './setting.ts';

/** Who waits longer wonders whether anything happens at all. */
const tellEveryMs = 2000;

/** Tells in passing how far reading has come, until the answer is called; a short run says nothing. What is written then may go to the same terminal. */
export function tellReading(engine: Pick<Engine, 'health'>, tellInPassing: Setting['tellInPassing']): () => void {
	if (tellInPassing === undefined) {
		return () => undefined;
	}

	let isOver = false;
	let mostBytes = 0;
	const tell = async () => {
		const {readBytes, totalBytes} = await engine.health();
		// What holds no line, such as a hole of a sparse file, is never counted as read: the total sinks with it.
		mostBytes = Math.max(mostBytes, totalBytes);
		if (!isOver) {
			tellInPassing(readingWords(readBytes + mostBytes - totalBytes, mostBytes));
		}
	};

	const timer = setInterval(() => {
		void tell();
	}, tellEveryMs);
	return () => {
		if (isOver) {
			return;
		}

		isOver = true;
		clearInterval(timer);
		tellInPassing('');
	};
}

/** `reading: 1.5 GB of 3 GB (50 %)`. */
export const readingWords = (readBytes: number, totalBytes: number): string =>
	`reading: ${inBytes(readBytes)} of ${inBytes(totalBytes)} (${Math.floor(100 * readBytes / Math.max(1, totalBytes))} %)`;
