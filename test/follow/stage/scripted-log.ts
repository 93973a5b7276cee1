import path from 'node:path';
import type {MemoryDisk} from './memory-disk.ts';
import type {Action, RotationKind, WorldAction} from './script.ts';

/** Where a script is played: a disk in memory, or a folder of the machine. */
export type ScriptGround = Pick<MemoryDisk, 'bytesOf' | 'copy' | 'create' | 'emptyFolder' | 'has' | 'hold' | 'link' | 'pack' | 'refuse' | 'remove' | 'rename' | 'truncate'>;

/** The log that scripts are about. */
export const live = '/logs/audit.log';

/** Rotations that number the previous files. */
const shiftingKinds: ReadonlySet<RotationKind> = new Set(['rename', 'copytruncate', 'gzip']);

/** Writes, rotates and destroys as a script says, and remembers every line. */
export class ScriptedLog {
	readonly #disk: ScriptGround;
	readonly #keep: number;
	readonly #nowMs: () => number;
	#lines = 0;
	#targets = 0;
	#begun = '';
	#half = '';
	#writeOld: ((text: string) => void) | undefined;
	#rotatedAtMs = -Infinity;
	#writeLive: (text: string) => void;
	/** Whole lines, in the order of writing. */
	readonly written: string[] = [];
	/** Lines written into a file already rotated away. */
	readonly writtenLate = new Set<string>();
	/** Lines cut off without a copy. */
	readonly vanished = new Set<string>();

	constructor(disk: ScriptGround, keep: number, nowMs: () => number) {
		this.#disk = disk;
		this.#keep = keep;
		this.#nowMs = nowMs;
		disk.create(live);
		this.#writeLive = disk.hold(live);
	}

	play(action: Exclude<Action, WorldAction>): void {
		switch (action.type) {
			case 'write': {
				for (let count = 0; count < action.lines; count++) {
					this.writeLine(this.#writeLive);
				}

				break;
			}

			case 'half': {
				if (this.#half === '') {
					this.#begun = this.nextLine();
					this.#half = this.#begun.slice(0, 9);
					this.#writeLive(this.#half);
				}

				break;
			}

			case 'rotate': {
				for (let count = 0; count < action.times; count++) {
					this.rotate(action.kind);
					this.writeLine(this.#writeLive);
				}

				break;
			}

			case 'late': {
				// A follower watches rotated files for 2 s; a later write is beyond what is promised.
				if (this.#writeOld !== undefined && this.#nowMs() - this.#rotatedAtMs < 1500) {
					this.writeLate(this.#writeOld);
				}

				break;
			}

			case 'destroy': {
				this.cut(0);
				break;
			}

			case 'shrink': {
				this.cut(0.5);
				break;
			}

			case 'forbid': {
				this.#disk.refuse(live, 'EACCES');
				break;
			}

			case 'forbid-folder': {
				this.#disk.refuse(path.dirname(live), 'EACCES');
				this.#disk.refuse(`${path.dirname(live)}/`, 'EACCES');
				break;
			}

			case 'allow': {
				for (const what of [live, path.dirname(live), `${path.dirname(live)}/`]) {
					this.#disk.refuse(what, undefined);
				}

				break;
			}
		}
	}

	/** No two lines begin alike: what tells them apart comes first, as a time does. */
	nextLine(): string {
		return `${String(this.#lines++).padStart(6, '0')} is its number`;
	}

	writeLine(write: (text: string) => void): void {
		const line = this.#half === '' ? this.nextLine() : this.#begun;
		this.written.push(line);
		write(`${line.slice(this.#half.length)}\n`);
		this.#half = '';
	}

	writeLate(write: (text: string) => void): void {
		const line = this.nextLine();
		this.written.push(line);
		this.writtenLate.add(line);
		write(`${line}\n`);
	}

	/** Cuts the file after a part of its lines. What nobody has read by then cannot be missed by anybody. */
	cut(part: number): void {
		const lines = new TextDecoder().decode(this.#disk.bytesOf(live)).split('\n').slice(0, -1);
		const kept = lines.slice(0, Math.floor(lines.length * part));
		for (const line of lines.slice(kept.length)) {
			this.vanished.add(line);
		}

		this.#disk.truncate(live, kept.reduce((sum, line) => sum + line.length + 1, 0));
		this.#half = '';
	}

	/** Moves `.1` to `.2` and so on. */
	shift(suffix: string): void {
		for (let serial = this.#keep - 1; serial >= 1; serial--) {
			if (this.#disk.has(`${live}.${serial}${suffix}`)) {
				this.#disk.rename(`${live}.${serial}${suffix}`, `${live}.${serial + 1}${suffix}`);
			}
		}
	}

	rotate(kind: RotationKind): void {
		// Rotators pass over an empty log.
		if (this.#disk.bytesOf(live).length === 0) {
			return;
		}

		const isEndsInsideLine = this.#half !== '';
		this.#half = '';
		this.#writeOld = undefined;
		if (shiftingKinds.has(kind)) {
			this.shift(kind === 'gzip' ? '.gz' : '');
		}

		switch (kind) {
			case 'rename': {
				this.#writeOld = isEndsInsideLine ? undefined : this.#writeLive;
				this.#rotatedAtMs = this.#nowMs();
				this.#disk.rename(live, `${live}.1`);
				this.#disk.create(live);
				break;
			}

			case 'gzip': {
				this.#disk.rename(live, `${live}.1`);
				this.#disk.create(live);
				this.#disk.pack(`${live}.1`);
				break;
			}

			case 'symlink': {
				const target = `${live}.${this.#targets++}`;
				this.#disk.create(target);
				this.#disk.link(target, `${live}~`);
				this.#disk.rename(`${live}~`, live);
				this.#disk.remove(`${live}.${this.#targets - this.#keep - 2}`);
				break;
			}

			case 'new-folder': {
				this.#disk.emptyFolder();
				this.#disk.create(live);
				break;
			}

			case 'delete': {
				this.#disk.remove(live);
				this.#disk.create(live);
				break;
			}

			case 'rename-over': {
				this.#disk.create(`${live}~`);
				this.#disk.rename(`${live}~`, live);
				break;
			}

			case 'copytruncate': {
				this.#disk.copy(live, `${live}.1`);
				this.#disk.truncate(live, 0);
				break;
			}
		}

		this.#writeLive = this.#disk.hold(live);
	}
}
