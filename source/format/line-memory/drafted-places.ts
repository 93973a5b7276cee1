import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Run} from '../bytes/byte-text.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';

/** What a draft holds but for its time, the runs as places within the line that it was read from. */
export class DraftedPlaces {
	readonly #severity: number;
	readonly #category: number;
	readonly #action: number;
	readonly #result: number;
	readonly #type: Run | undefined;
	readonly #user: Run | undefined;
	readonly #host: Run | undefined;
	readonly devices: readonly Run[];

	constructor(draft: EventDraft, lineStart: number) {
		this.#severity = draft.severity;
		this.#category = draft.category;
		this.#action = draft.action;
		this.#result = draft.result;
		this.#type = placeOf(draft.type, lineStart);
		this.#user = placeOf(draft.user, lineStart);
		this.#host = placeOf(draft.host, lineStart);
		this.devices = draft.devices.slice(0, draft.deviceCount).map(run => placeOf(run, lineStart)!);
	}

	/** Puts the same of another line, which begins at `lineStart`, into a cleared draft. Hot: allocates nothing. */
	giveTo(draft: EventDraft, bytes: Uint8Array, lineStart: number): void {
		draft.severity = this.#severity;
		draft.category = this.#category;
		draft.action = this.#action;
		draft.result = this.#result;
		setRun(draft.type, this.#type, bytes, lineStart);
		setRun(draft.user, this.#user, bytes, lineStart);
		setRun(draft.host, this.#host, bytes, lineStart);
		for (const {start, end} of this.devices) {
			addDeviceOnce(draft, bytes, lineStart + start, lineStart + end);
		}
	}
}

const placeOf = ({start, end}: ByteRun, lineStart: number): Run | undefined => end > start ? {start: start - lineStart, end: end - lineStart} : undefined;

function setRun(run: ByteRun, place: Run | undefined, bytes: Uint8Array, lineStart: number): void {
	if (place !== undefined) {
		run.set(bytes, lineStart + place.start, lineStart + place.end);
	}
}
