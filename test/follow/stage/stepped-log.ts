import path from 'node:path';
import {type MemoryDisk} from './memory-disk.ts';

/** Ways of rotating. */
type SteppedKind = 'rename' | 'gzip' | 'olddir' | 'olddir-gzip' | 'delete' | 'rename-over' | 'symlink' | 'copytruncate';

/** `linesPerFile`: at 0 every second file is rotated empty, and the others with one line. */
export type Stepped = {readonly kind: SteppedKind; readonly keep: number; readonly linesPerFile: number};

/** A log that is written and rotated for ever, in steps as small as the system calls of a rotator. */
export class SteppedLog {
	readonly #disk: MemoryDisk;
	readonly #live: string;
	/** What the names of previous files begin with. */
	readonly #kept: string;
	readonly #keep: number;
	readonly #steps: Generator<undefined, never>;
	#write: (text: string) => void;
	#targets = 0;
	#files = 0;
	readonly written: string[] = [];

	constructor(disk: MemoryDisk, live: string, {kind, keep, linesPerFile}: Stepped) {
		this.#disk = disk;
		this.#live = live;
		this.#kept = live;
		this.#keep = keep;
		if (kind === 'olddir' || kind === 'olddir-gzip') {
			this.#kept = path.join(path.dirname(live), 'old', path.basename(live));
			disk.create(path.dirname(this.#kept), 'folder');
		}

		if (kind === 'symlink') {
			disk.create(`${live}.0`);
			disk.link(`${live}.0`, live);
		} else {
			disk.create(live);
		}

		this.#write = disk.hold(live);
		this.#steps = this.#run(kind, linesPerFile);
	}

	* #run(kind: SteppedKind, linesPerFile: number): Generator<undefined, never> {
		for (;;) {
			const lines = linesPerFile === 0 ? this.#files++ % 2 : linesPerFile;
			for (let line = 0; line < lines; line++) {
				this.writeLine();
				yield;
			}

			yield * this.#rotate(kind);
		}
	}

	* #rotate(kind: SteppedKind): Generator<undefined, void> {
		const [disk, live] = [this.#disk, this.#live];
		switch (kind) {
			case 'rename':
			case 'olddir': {
				yield * this.#shift('');
				disk.rename(live, `${this.#kept}.1`);
				yield;
				disk.create(live);
				break;
			}

			case 'gzip':
			case 'olddir-gzip': {
				yield * this.#shift('.gz');
				disk.rename(live, `${this.#kept}.1`);
				yield;
				disk.create(live);
				yield;
				disk.pack(`${this.#kept}.1`);
				break;
			}

			case 'delete': {
				disk.remove(live);
				yield;
				disk.create(live);
				break;
			}

			case 'rename-over': {
				disk.create(`${live}~`);
				yield;
				disk.rename(`${live}~`, live);
				break;
			}

			case 'symlink': {
				const target = `${live}.${++this.#targets}`;
				disk.create(target);
				yield;
				disk.link(target, `${live}~`);
				disk.rename(`${live}~`, live);
				yield;
				disk.remove(`${live}.${this.#targets - this.#keep - 1}`);
				break;
			}

			case 'copytruncate': {
				yield * this.#shift('');
				disk.create(`${live}.1`);
				yield;
				disk.fill(`${live}.1`, disk.bytesOf(live));
				yield;
				disk.truncate(live, 0);
				break;
			}
		}

		this.#write = disk.hold(live);
		yield;
	}

	* #shift(suffix: string): Generator<undefined, void> {
		this.#disk.remove(`${this.#kept}.${this.#keep}${suffix}`);
		yield;
		const lying = Array.from({length: this.#keep - 1}, (_, index) => this.#keep - 1 - index).filter(serial => this.#disk.has(`${this.#kept}.${serial}${suffix}`));
		for (const serial of lying) {
			this.#disk.rename(`${this.#kept}.${serial}${suffix}`, `${this.#kept}.${serial + 1}${suffix}`);
			yield;
		}
	}

	writeLine(): void {
		const line = `${String(this.written.length).padStart(6, '0')} is its number`;
		this.written.push(line);
		this.#write(`${line}\n`);
	}

	/** Goes on until a line has been written to the file that the live name leads to. */
	finish(): void {
		const {length} = this.written;
		while (this.written.length === length) {
			this.step(1);
		}
	}

	step(count: number): void {
		for (let left = count; left > 0; left--) {
			this.#steps.next();
		}
	}
}
