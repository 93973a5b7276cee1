import path from 'node:path';
import fc from 'fast-check';
import type {OpenDoorbell, OnRing} from '../../source/follow/watch.ts';
import type {MemoryDisk} from './memory-disk.ts';
import type {Told} from './recorder.ts';

/** Everything that can happen to a log, as data, so that a failing script shrinks and prints. */
export type Action =
	| WorldAction
	| {readonly type: 'write'; readonly lines: number}
	| {readonly type: 'half'}
	| {readonly type: 'rotate'; readonly kind: RotationKind; readonly times: number}
	| {readonly type: 'late'}
	| {readonly type: 'destroy'}
	| {readonly type: 'shrink'}
	| {readonly type: 'forbid'}
	| {readonly type: 'forbid-folder'}
	| {readonly type: 'allow'};

/** What happens to the world rather than to the log. `step-clock`: somebody sets the calendar. */
export type WorldAction =
	| {readonly type: 'look'; readonly afterMs: number}
	| {readonly type: 'step-clock'; readonly byMs: number};

export type RotationKind = 'rename' | 'gzip' | 'delete' | 'copytruncate' | 'rename-over' | 'symlink' | 'new-folder';

/** Where a script is played: a disk in memory, or a folder of the machine. */
export type ScriptGround = Pick<MemoryDisk, 'bytesOf' | 'copy' | 'create' | 'emptyFolder' | 'has' | 'hold' | 'link' | 'pack' | 'refuse' | 'remove' | 'rename' | 'truncate'>;

export const live = '/logs/audit.log';

/** Rotations that number the previous files. */
const shiftingKinds: ReadonlySet<RotationKind> = new Set(['rename', 'copytruncate', 'gzip']);

const looking = fc.record({type: fc.constant('look' as const), afterMs: fc.constantFrom(0, 10, 250, 1500)});

const writing = [
	fc.record({type: fc.constant('write' as const), lines: fc.integer({min: 1, max: 4})}),
	fc.constant({type: 'late' as const}),
	looking,
];

const half = fc.constant({type: 'half' as const});

const destroying = [
	fc.constant({type: 'destroy' as const}),
	fc.constant({type: 'shrink' as const}),
	fc.constant({type: 'forbid' as const}),
	fc.constant({type: 'allow' as const}),
	fc.record({type: fc.constant('step-clock' as const), byMs: fc.constantFrom(-3_600_000, -5, 3_600_000)}),
];

const forbiddingFolder = fc.constant({type: 'forbid-folder' as const});

/** The usual day: every rotation is looked at, and its file is kept. A copytruncate inside a line is no usual day: what is left of the line proves nothing. */
export const gentleActions: fc.Arbitrary<readonly Action[]> = fc.oneof(
	scriptOf([...writing, half, rotation('rename', 1)]),
	scriptOf([...writing, half, rotation('gzip', 1)]),
	scriptOf([...writing, rotation('copytruncate', 1)]),
);

/**
Anything, at any pace. One log has one rotator: a file deleted between two renames leaves no trace for anybody. Copies made while nobody might look
into the folder come behind a hole, out of their order: whether they were made before or after what was read meanwhile, nothing tells.
*/
export const wildActions: fc.Arbitrary<readonly Action[]> = fc.constantFrom<RotationKind>('rename', 'delete', 'copytruncate', 'rename-over', 'symlink', 'new-folder')
	.chain(kind => scriptOf([...writing, ...writing, ...destroying, kind === 'copytruncate' ? looking : forbiddingFolder, half, rotation(kind, 3), rotation(kind, 3)]));

/** Anything that files of the machine can go through, in few steps. */
export const realActions: fc.Arbitrary<readonly Action[]> = fc.constantFrom<RotationKind>('rename', 'gzip', 'delete', 'copytruncate', 'rename-over', 'symlink', 'new-folder')
	.chain(kind => fc.array(fc.oneof(...writing, half, fc.constant({type: 'destroy' as const}), rotation(kind, 2), rotation(kind, 2)), {minLength: 5, maxLength: 20}));

function scriptOf(actions: ReadonlyArray<fc.Arbitrary<Action>>): fc.Arbitrary<readonly Action[]> {
	return fc.array(fc.oneof(...actions), {maxLength: 40});
}

function rotation(kind: RotationKind, mostTimes: number): fc.Arbitrary<Action> {
	return fc.record({type: fc.constant('rotate' as const), kind: fc.constant(kind), times: fc.integer({min: 1, max: mostTimes})});
}

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

export type Count = {readonly lost: number; readonly silent: readonly string[]; readonly twice: readonly string[]; readonly torn: readonly string[]; readonly disordered: readonly string[]};

/** Counts what went wrong between what was written and what was told. The slow, obvious way. */
export function countAgainst({written, vanished, writtenLate}: ScriptedLog, told: readonly Told[]): Count {
	const lines = told.filter(({type}) => type === 'line' || type === 'late').map(({text}) => text);
	const known = new Set(written);
	const rests = new Set(told.filter(({type}) => type === 'rest').map(({text}) => text));
	const missing = written.filter(line => !vanished.has(line) && !lines.includes(line) && !rests.has(line));
	const inOrder = told.filter(({type, text}) => type === 'hole' || (type === 'line' && !writtenLate.has(text)));
	return {
		lost: missing.length,
		silent: missing.filter(line => !isAnnounced(line, writtenLate.has(line) ? told.filter(({type}) => type === 'hole') : inOrder)),
		twice: lines.filter((line, index) => lines.indexOf(line) !== index),
		torn: lines.filter(line => !known.has(line)),
		disordered: inOrder.filter(({type}) => type === 'line').map(({text}) => text).filter((line, index, all) => index > 0 && line < all[index - 1]!),
	};
}

/** Whether a hole was told between the last line before a missing one and the first after it. */
function isAnnounced(line: string, inOrder: readonly Told[]): boolean {
	const before = inOrder.findLastIndex(({type, text}) => type === 'line' && text < line);
	const after = inOrder.findIndex(({type, text}) => type === 'line' && text > line);
	return inOrder.slice(before + 1, after === -1 ? undefined : after).some(({type}) => type === 'hole');
}
