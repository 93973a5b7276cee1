import type {Foreign} from '../../domain/foreign.ts';
import type {EventRow, HitRange} from '../../engine/engine.ts';

export type ShownDevice = {readonly device: Foreign | undefined; readonly marks: readonly HitRange[]};

/** The device that the column shows and filters by: one with a search hit, else the row's first. */
export function shownDevice({devices, hits}: Pick<EventRow, 'devices' | 'hits'>): ShownDevice {
	const inDevices = hits.filter(({field}) => field === 'devices');
	const marked = devices.map((device, at): ShownDevice => ({device, marks: marksIn(inDevices, device, startOf(devices, at))}));
	return marked.find(({marks}) => marks.length > 0) ?? {device: devices[0], marks: []};
}

/** Offsets of hits count in the devices joined by one space. */
const startOf = (devices: readonly Foreign[], at: number): number => devices.slice(0, at).reduce((sum, {length}) => sum + length + 1, 0);

function marksIn(hits: readonly HitRange[], {length}: Foreign, start: number): HitRange[] {
	return hits
		.filter(hit => hit.start < start + length && hit.end > start)
		.map(hit => ({...hit, start: Math.max(0, hit.start - start), end: Math.min(length, hit.end - start)}));
}
