import path from 'node:path';
import type {Arrival} from '../../../source/follow/doorman/arrival.ts';
import type {Disk} from '../../../source/follow/disk/disk.ts';
import type {OpenDoorman} from '../../../source/follow/doorman/doorman.ts';
import {Doorstep} from '../../../source/follow/doorman/doorstep.ts';
import {closeArrivals} from '../../../source/follow/handles/open-generation.ts';

/** What a doorman does between two steps of a rotator: nothing, looks at a name that rang, or sends what it has. */
export type Stir = 'sleep' | 'look' | 'beside' | 'written' | 'send';

/** A doorman in a thread of its own, as a script that goes round: it looks whenever the script says so, and what it saw is on its way until it is sent. */
export class WakefulDoorman {
	readonly #disk: Disk;
	readonly #script: readonly Stir[];
	readonly #sent: Arrival[] = [];
	#stirs = 0;
	#doorstep: Doorstep | undefined;
	#path = '';

	readonly open: OpenDoorman = ({calendarMs}) => ({
		isApart: true,
		attend: (livePath, newest) => {
			this.#path = livePath;
			this.#doorstep = new Doorstep({disk: this.#disk, calendarMs, path: livePath, newest});
		},
		waiting: () => this.#sent.length > 0 ? [this.#path] : [],
		take: () => this.#sent.splice(0),
		decline: () => {
			this.#doorstep?.decline();
		},
		close: () => {
			closeArrivals(this.#disk, this.#sent.splice(0));
			this.#doorstep?.close();
		},
	});

	constructor(disk: Disk, script: readonly Stir[]) {
		this.#disk = disk;
		this.#script = script;
	}

	#lookBeside(): void {
		const folder = path.dirname(this.#path);
		const previous = (this.#disk.namesIn(folder) as readonly string[]).filter(name => /\.\d$/.test(name)).toSorted();
		for (const name of this.#disk.isLink(this.#path) ? [] : previous.toReversed()) {
			this.#doorstep?.lookBeside(path.join(folder, name));
		}
	}

	#do(stir: Stir): void {
		switch (stir) {
			case 'sleep': {
				break;
			}

			case 'look': {
				this.#doorstep?.look();
				break;
			}

			case 'beside': {
				this.#lookBeside();
				break;
			}

			case 'written': {
				this.#doorstep?.hearOfWriting();
				break;
			}

			case 'send': {
				this.#sent.push(...this.#doorstep?.take() ?? []);
				break;
			}
		}
	}

	/** Does what comes next in its script. */
	stir(): void {
		this.#do(this.#script[this.#stirs++ % this.#script.length]!);
	}

	/** Looks at everything, as its clock makes it do sooner or later, and sends what it saw. */
	lookAround(): void {
		for (const stir of ['beside', 'look', 'send'] as const) {
			this.#do(stir);
		}
	}
}
