import {EventDraft} from '../../source/domain/event-draft.ts';
import type {DraftedEvent} from '../../source/store/event-store.ts';

const encoder = new TextEncoder();

export type DraftValues = {
	readonly micros?: number;
	readonly nanos?: number;
	readonly severity?: number;
	readonly category?: number;
	readonly action?: number;
	readonly result?: number;
	readonly type?: string;
	readonly user?: string;
	readonly host?: string;
	readonly devices?: readonly string[];
};

/** A draft as a format would leave it. */
export function draftOf(values: DraftValues): EventDraft {
	const draft = new EventDraft();
	draft.timeMicros = values.micros ?? NaN;
	draft.timeNanos = values.nanos ?? 0;
	draft.timeDigits = values.micros === undefined ? 0 : 6;
	draft.severity = values.severity ?? 0;
	draft.category = values.category ?? 0;
	draft.action = values.action ?? 0;
	draft.result = values.result ?? 0;
	draft.type.setText(values.type ?? '');
	draft.user.setText(values.user ?? '');
	draft.host.setText(values.host ?? '');
	for (const device of values.devices ?? []) {
		const bytes = encoder.encode(device);
		draft.addDevice(bytes, 0, bytes.length);
	}

	return draft;
}

/** A drafted event at an offset, as an intake would give it on. */
export const eventAt = (offsetBytes: number, values: DraftValues, format = 0): DraftedEvent => ({
	draft: draftOf(values),
	format,
	offsetBytes,
	lengthBytes: 10,
	isProvisional: false,
});
