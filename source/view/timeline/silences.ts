import type {EventRow, Page} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import {counted} from '../drawing/numbers.ts';
import {duration} from '../drawing/zoned-time.ts';

/** Nobody calls less than this a silence, however busy the log. */
const leastSilenceMicros = 60e6;

/** So many times as long as events are apart on average is unusually long. */
const unusualTimes = 10;

/** Among few events a pause is worth a line when it takes more than half of all the time shown: of evenly spaced ones none does. */
const largestPart = 0.51;

/**
From what length on a pause between two shown events is a silence: ten times their average distance, just over half of the whole time where that is less, never
under a minute. It depends on the whole of what is shown and not on the rows that happen to be loaded, so that a line that stands there stays while one scrolls.
*/
export function silenceFromMicros({matchedEvents, firstMicros = 0, lastMicros = 0}: Pick<Page, 'matchedEvents' | 'firstMicros' | 'lastMicros'>, {sinceMicros = -Infinity, untilMicros = Infinity}: Query): number {
	const shownMicros = Math.max(0, Math.min(lastMicros, untilMicros) - Math.max(firstMicros, sinceMicros));
	const unusualMicros = (unusualTimes * shownMicros) / Math.max(1, matchedEvents);
	return Math.max(leastSilenceMicros, Math.min(unusualMicros, shownMicros * largestPart));
}

/** What there is to say of the time between two neighbours, and whether it was silent or only nothing of it is shown; undefined for an ordinary pause. */
export function sentenceBetween(before: EventRow, after: EventRow, {fromMicros, isContext}: {readonly fromMicros: number; readonly isContext: boolean}): string | undefined {
	const {hiddenBefore = 0} = after;
	const micros = after.time.micros - before.time.micros;
	// A hole is no silence: nobody knows what was written then.
	const isSilence = micros >= fromMicros && before.kind === 'event' && after.kind === 'event';
	if (isSilence) {
		const length = duration(Math.floor(micros / 1e6));
		return hiddenBefore === 0 ? `${length} of silence` : `nothing shown for ${length}: ${counted(hiddenBefore, 'event')} hidden`;
	}

	return isContext && hiddenBefore > 0 ? `${counted(hiddenBefore, 'event')} hidden` : undefined;
}
