import type {Fault} from '../domain/fault.ts';
import type {FaultCount} from '../engine/engine.ts';

/** Faults, equal ones as one row with a count, the newest last. */
export class FaultBoard {
	readonly #counts = new Map<string, FaultCount>();

	get all(): readonly FaultCount[] {
		return this.#counts.values().toArray();
	}

	add(fault: Fault): void {
		const key = JSON.stringify([fault.type, fault.source, fault.subject, fault.sentence]);
		const count = this.#counts.get(key)?.count ?? 0;
		this.#counts.delete(key);
		this.#counts.set(key, {fault, count: count + 1});
	}
}
