import type {EventDraft} from '../../domain/event-draft.ts';
import type {PairList} from '../bytes/pair-list.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {alertKeys} from './alert-fields.ts';
import {type Envelope, readEnvelopeTime} from './envelope.ts';
import {freeAlertNumbers} from './free-alert-numbers.ts';

const readOwnTime: TimeReader = (bytes, start, end, into) => readEpochTime(bytes, start, end, into) || readAnyTime(bytes, start, end, into);

/** Whether the time of the alert read last is its own, told aside. */
const ownTime = 1;

/** Where the time of an alert lies: in the header around it, or in a pair of its own. */
export function openAlertTime(stamp: Stamp, pairs: PairList): LineTime {
	const time: LineTime = new LineTime(stamp, (...run) => time.aside === ownTime ? readOwnTime(...run) : readEnvelopeTime(...run), {freeRuns: () => freeAlertNumbers(pairs)});
	return time;
}

/** Gives the time of an alert to the draft, where it has one: its own counts without a header that has one. `start` may be in the sensor's zone and is only the last resort. */
export function readAlertTime(draft: EventDraft, {pairs, envelope, time, stamp, bytes}: {
	readonly pairs: PairList; readonly envelope: Envelope; readonly time: LineTime; readonly stamp: Stamp; readonly bytes: Uint8Array;
}): void {
	const pair = envelope.hasTime ? -1 : pairs.findFilled(alertKeys.time);
	const start = envelope.hasTime ? envelope.timeStart : pairs.starts[pair] ?? 0;
	if (envelope.hasTime || (pair >= 0 && readOwnTime(bytes, start, pairs.ends[pair]!, stamp))) {
		time.take(start, stamp.end);
		time.aside = envelope.hasTime ? 0 : ownTime;
		stamp.giveTo(draft);
	} else {
		// With other numbers it might have one.
		time.forget();
	}
}
