import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Run} from '../bytes/byte-text.ts';
import {setJsonText} from '../json/json-text.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';
import type {WrittenColumns} from './free-numbers.ts';

/** Where in a line a column lies; as a string of JSON with an escape it is to be decoded. */
type Place = Run & {readonly isEscaped: boolean};

/** What a draft holds but for its time, the runs as places within the line that it was read from. */
export class DraftedPlaces {
	readonly #severity: number;
	readonly #category: number;
	readonly #action: number;
	readonly #result: number;
	readonly #type: Place | undefined;
	readonly #user: Place | undefined;
	readonly #host: Place | undefined;
	readonly devices: readonly Run[];

	/** Each run lies in the line, which begins at `lineStart`, but for those that were decoded: `written` tells where they lie there. */
	constructor(draft: EventDraft, lineStart: number, written?: WrittenColumns) {
		this.#severity = draft.severity;
		this.#category = draft.category;
		this.#action = draft.action;
		this.#result = draft.result;
		this.#type = placeOf(draft.type, lineStart, written?.type);
		this.#user = placeOf(draft.user, lineStart, written?.user);
		this.#host = placeOf(draft.host, lineStart, written?.host);
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

const placeOf = (run: ByteRun, lineStart: number, {start, end}: Run = run): Place | undefined => end > start ? {start: start - lineStart, end: end - lineStart, isEscaped: start !== run.start} : undefined;

function setRun(run: ByteRun, place: Place | undefined, bytes: Uint8Array, lineStart: number): void {
	if (place === undefined) {
		return;
	}

	const {start, end} = place;
	if (place.isEscaped) {
		setJsonText(run, bytes, lineStart + start, lineStart + end);
	} else {
		run.set(bytes, lineStart + start, lineStart + end);
	}
}
