import {type EventDraft, mostDevices} from '../domain/event-draft.ts';
import {absentCode, Dictionary} from './dictionary.ts';

// Every device of a large site, and pairs of them: a set code is 32 bits wide, so pairs may be many more.
const mostDistinctDevices = 65_535;
const mostDistinctSets = 1_048_575;
const bytesPerMember = 4;
const noDevice = Uint32Array.of(absentCode);

/**
The distinct device sets of all events, numbered from 1; 0 is "no device".

An event may name several devices. Keeping the set as one code makes a filter on devices one lookup per row, whatever the number of devices in it.
*/
export class DeviceSets {
	readonly #sets = new Dictionary(mostDistinctSets);
	readonly #members: Uint32Array[] = [noDevice];
	readonly #unlisted = Uint32Array.of(mostDistinctDevices);
	readonly #scratchMemory = new ArrayBuffer(mostDevices * bytesPerMember);
	readonly #scratch = new Uint32Array(this.#scratchMemory);
	readonly #scratchBytes = new Uint8Array(this.#scratchMemory);
	readonly devices = new Dictionary(mostDistinctDevices);

	#isAmongFirst(count: number, device: number): boolean {
		for (let index = 0; index < count; index++) {
			if (this.#scratch[index] === device) {
				return true;
			}
		}

		return false;
	}

	/** Codes below this can occur. */
	get size(): number {
		return this.#sets.hasUnlisted ? this.#sets.unlistedCode + 1 : this.#sets.size;
	}

	get hasUnlisted(): boolean {
		return this.devices.hasUnlisted || this.#sets.hasUnlisted;
	}

	get heldBytes(): number {
		return this.devices.heldBytes + this.#sets.heldBytes + (this.#members.length * bytesPerMember * 2);
	}

	/** The code of the set of the draft's devices, in their order, each once. Hot. */
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

	/** Device codes of a set: the absent one alone for the empty set, the unlisted one alone for a set beyond all that are told apart. */
	membersOf(set: number): Uint32Array {
		return this.#members[set] ?? this.#unlisted;
	}
}
