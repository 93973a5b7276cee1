import path from 'node:path';
import type {OpenDoorbell, OnRing} from '../../../source/follow/doorman/watch.ts';
import {live} from './scripted-log.ts';

/** A doorbell that a test rings: as told, not at all, or twice. */
export class TestDoorbell {
	readonly #ringsPerEvent: number;
	#onRing: OnRing = () => undefined;

	readonly open: OpenDoorbell = (_folder, onRing) => {
		this.#onRing = onRing;
		return {close: () => undefined};
	};

	constructor(ringsPerEvent: number) {
		this.#ringsPerEvent = ringsPerEvent;
	}

	ring(): void {
		for (let count = 0; count < this.#ringsPerEvent; count++) {
			this.#onRing(path.dirname(live), path.basename(live));
		}
	}
}
