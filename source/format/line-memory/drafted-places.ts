import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Run} from '../bytes/byte-text.ts';
import {setJsonText} from '../json/json-text.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';
import type {WrittenColumns} from './free-numbers.ts';

/** Where the value of a column lies in a line. A JSON string with an escape must be decoded. */
type Place = Run & {readonly isEscaped: boolean};

/** Everything in a draft except its time, with values as places in the line that they were read from. */
export class DraftedPlaces {
	readonly #severity: number;
	readonly #category: number;
	readonly #action: number;
	readonly #result: number;
	readonly #type: Place | undefined;
	readonly #user: Place | undefined;
	readonly #host: Place | undefined;
	readonly devices: readonly Run[];

	/** Each run lies in the line, which begins at `lineStart`, except for decoded ones: `written` says where those lie in the line. */
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

	/** Puts the values that another line has at the same places into a cleared draft; that line begins at `lineStart`. Hot: allocates nothing. */
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
