import path from 'node:path';
import type {Disk, FileFacts, Handle, Refusal} from '../../../source/follow/disk/disk.ts';
import {MemoryDisk} from './memory-disk.ts';
import type {Told} from './recorder.ts';

/** A disk on which a rotator is at work while a follower looks: something may happen before every single call. */
export class MeddledDisk extends MemoryDisk {
	#isMeddling = false;
	meddle: () => void = () => undefined;

	#meddle(): void {
		// The rotator uses the disk itself.
		if (this.#isMeddling) {
			return;
		}

		this.#isMeddling = true;
		this.meddle();
		this.#isMeddling = false;
	}

	/** The same disk for somebody who is at work meanwhile. */
	get unmeddled(): Disk {
		return {
			factsOf: file => super.factsOf(file),
			factsOfHandle: handle => super.factsOfHandle(handle),
			isLink: file => super.isLink(file),
			targetOf: file => super.targetOf(file),
			pathOf: handle => super.pathOf(handle),
			open: file => super.open(file),
			read: (handle, into, offsetBytes) => super.read(handle, into, offsetBytes),
			close: handle => {
				this.close(handle);
			},
			namesIn: folder => super.namesIn(folder),
			glob: () => [],
			barTo: () => undefined,
		};
	}

	override factsOf(file: string): FileFacts | Refusal {
		this.#meddle();
		return super.factsOf(file);
	}

	override factsOfHandle(handle: Handle): FileFacts | Refusal {
		this.#meddle();
		return super.factsOfHandle(handle);
	}

	override isLink(file: string): boolean {
		this.#meddle();
		return super.isLink(file);
	}

	override targetOf(file: string): string | Refusal {
		this.#meddle();
		return super.targetOf(file);
	}

	override pathOf(handle: Handle): string | Refusal {
		this.#meddle();
		return super.pathOf(handle);
	}

	override open(file: string): Handle | Refusal {
		this.#meddle();
		return super.open(file);
	}

	override read(handle: Handle, into: Uint8Array, offsetBytes: number): number | Refusal {
		this.#meddle();
		return super.read(handle, into, offsetBytes);
	}

	override namesIn(folder: string): readonly string[] | Refusal {
		this.#meddle();
		return super.namesIn(folder);
	}
}

export type SteppedKind = 'rename' | 'gzip' | 'olddir' | 'olddir-gzip' | 'delete' | 'rename-over' | 'symlink' | 'copytruncate';

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

/** Lines missing between two lines that came where no hole was told between these two. */
export function silentlyLost(written: readonly string[], told: readonly Told[]): readonly string[] {
	const came = new Map<string, number>();
	let holes = 0;
	for (const {type, text} of told) {
		holes += Number(type === 'hole');
		came.set(text, holes);
	}

	const silent: string[] = [];
	let run: string[] = [];
	let holesBefore = 0;
	for (const line of [...written, undefined]) {
		const holesHere = line === undefined ? holes : came.get(line);
		if (holesHere === undefined) {
			run.push(line!);
			continue;
		}

		silent.push(...holesHere === holesBefore ? run : []);
		run = [];
		holesBefore = holesHere;
	}

	return silent;
}
