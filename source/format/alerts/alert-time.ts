import type {PairList} from '../bytes/pair-list.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Stamp} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {alertKeys} from './alert-fields.ts';

/** Takes an alert's own time into `stamp`, where it has one: without a header of its own that counts. `start` may be in the sensor's zone and is only the last resort. */
export function hasAlertTime(pairs: PairList, bytes: Uint8Array, stamp: Stamp): boolean {
	const time = pairs.findFilled(alertKeys.time);
	const start = pairs.starts[time] ?? 0;
	const end = pairs.ends[time] ?? 0;
	return time >= 0 && (readEpochTime(bytes, start, end, stamp) || readAnyTime(bytes, start, end, stamp));
}
