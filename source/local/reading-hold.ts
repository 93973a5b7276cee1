import type {Follow} from '../follow/follow-port.ts';

/** Reading goes on as long as nobody holds it. */
export class ReadingHold {
	readonly #follow: Pick<Follow, 'pause' | 'resume'>;
	#holders = 0;

	constructor(follow: Pick<Follow, 'pause' | 'resume'>) {
		this.#follow = follow;
	}

	/** Holds reading until the returned function is called. */
	hold(): () => void {
		let isHeld = true;
		this.#holders++;
		this.#follow.pause();
		return () => {
			this.#holders -= isHeld ? 1 : 0;
			isHeld = false;
			if (this.#holders === 0) {
				this.#follow.resume();
			}
		};
	}

	/** A switch for one holder, which can be set again and again. */
	openSwitch(): (isReading: boolean) => void {
		let letGo: (() => void) | undefined;
		return isReading => {
			if (!isReading) {
				letGo ??= this.hold();
				return;
			}

			letGo?.();
			letGo = undefined;
		};
	}
}
