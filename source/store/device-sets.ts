import {type EventDraft, mostDevices} from '../domain/event-draft.ts';
import {absentCode, Dictionary} from './dictionary.ts';

// Room for every device of a large site. Set codes are 32 bits wide, because there may be many more pairs.
const mostDistinctDevices = 65_535;
const mostDistinctSets = 1_048_575;
const bytesPerMember = 4;
const noDevice = Uint32Array.of(absentCode);

/**
The distinct device sets of all events, numbered from 1; 0 means no device.

An event can name several devices. With one code per set, a filter on devices takes one lookup per row, however many devices an event names.
*/
export class DeviceSets {
	readonly #sets: Dictionary;
	readonly #members: Uint32Array[] = [noDevice];
	readonly #unlisted = Uint32Array.of(mostDistinctDevices);
	readonly #scratchMemory = new ArrayBuffer(mostDevices * bytesPerMember);
	readonly #scratch = new Uint32Array(this.#scratchMemory);
	readonly #scratchBytes = new Uint8Array(this.#scratchMemory);
	readonly devices: Dictionary;

	constructor(seed?: number) {
		this.#sets = new Dictionary(mostDistinctSets, seed);
		this.devices = new Dictionary(mostDistinctDevices, seed);
	}

	#isAmongFirst(count: number, device: number): boolean {
		for (let index = 0; index < count; index++) {
			if (this.#scratch[index] === device) {
				return true;
			}
		}

		return false;
	}

	/** Every code is below this. */
	get size(): number {
		return this.#sets.hasUnlisted ? this.#sets.unlistedCode + 1 : this.#sets.size;
	}

	get hasUnlisted(): boolean {
		return this.devices.hasUnlisted || this.#sets.hasUnlisted;
	}

	get heldBytes(): number {
		return this.devices.heldBytes + this.#sets.heldBytes + (this.#members.length * bytesPerMember * 2);
	}

	/** The code of the set of the draft's devices, in their order and without repetitions. Hot. */
	codeOf(draft: EventDraft): number {
		let count = 0;
		for (let index = 0; index < draft.deviceCount; index++) {
			const run = draft.devices[index]!;
			const device = this.devices.codeOf(run.bytes, run.start, run.end);
			if (device !== absentCode && !this.#isAmongFirst(count, device)) {
				this.#scratch[count++] = device;
			}
		}

		const code = this.#sets.codeOf(this.#scratchBytes, 0, count * bytesPerMember);
		if (code === this.#members.length && code !== this.#sets.unlistedCode) {
			this.#members.push(this.#scratch.slice(0, count));
		}

		return code;
	}

	/** The device codes of a set: only the absent one for the empty set, only the unlisted one for a set that came after all codes were used up. */
	membersOf(set: number): Uint32Array {
		return this.#members[set] ?? this.#unlisted;
	}
}
