import type {EventRow, Page} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import {counted} from '../drawing/numbers.ts';
import {duration} from '../drawing/zoned-time.ts';

/** A shorter pause is never called a silence, however busy the log. */
const leastSilenceMicros = 60e6;

/** A pause this many times the average distance of events is unusually long. */
const unusualTimes = 10;

/** Among few events a pause counts when it takes more than half of the time shown, which no pause between evenly spaced events does. */
const largestPart = 0.51;

/**
The shortest pause between shown events that counts as a silence, in microseconds: ten times their average distance, or just over half of the whole time where that is less,
but at least a minute. It depends on all events shown rather than on the rows loaded, so that lines do not come and go while scrolling.
*/
export function silenceFromMicros({matchedEvents, firstMicros = 0, lastMicros = 0}: Pick<Page, 'matchedEvents' | 'firstMicros' | 'lastMicros'>, {sinceMicros = -Infinity, untilMicros = Infinity}: Query): number {
	const shownMicros = Math.max(0, Math.min(lastMicros, untilMicros) - Math.max(firstMicros, sinceMicros));
	const unusualMicros = (unusualTimes * shownMicros) / Math.max(1, matchedEvents);
	return Math.max(leastSilenceMicros, Math.min(unusualMicros, shownMicros * largestPart));
}

/** The sentence for the time between two neighbours: it was silent, or its events are hidden. Undefined for an ordinary pause. */
export function sentenceBetween(before: EventRow, after: EventRow, {fromMicros, isContext}: {readonly fromMicros: number; readonly isContext: boolean}): string | undefined {
	const {hiddenBefore = 0} = after;
	const micros = after.time.micros - before.time.micros;
	// Next to a hole nobody knows what was written, so it is no silence.
	const isSilence = micros >= fromMicros && before.kind === 'event' && after.kind === 'event';
	if (isSilence) {
		const length = duration(Math.floor(micros / 1e6));
		return hiddenBefore === 0 ? `${length} of silence` : `nothing shown for ${length}: ${counted(hiddenBefore, 'event')} hidden`;
	}

	return isContext && hiddenBefore > 0 ? `${counted(hiddenBefore, 'event')} hidden` : undefined;
}
