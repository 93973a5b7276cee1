import {everydayRow} from './background.ts';
import type {Chance} from './chance.ts';
import type {DemoRow} from './demo-lines.ts';
import {incident} from './incident.ts';

export type TimedRow = {readonly ms: number; readonly row: DemoRow};

const minuteMs = 60_000;
const historyMinutes = 75;
const incidentMinutesAgo = 8;
/** The average time between two everyday events. */
const quietMs = 4000;

/** What happened before the demo began, oldest first: everyday events, and the incident in the last minutes. */
export function demoHistory(nowMs: number, chance: Chance): TimedRow[] {
	const past: TimedRow[] = incident.map(({afterSeconds, row}) => ({ms: nowMs - (incidentMinutesAgo * minuteMs) + (afterSeconds * 1000) + chance.below(400), row}));
	for (let ms = nowMs - (historyMinutes * minuteMs); ms < nowMs; ms += 1 + chance.below(2 * quietMs)) {
		past.push({ms, row: everydayRow(chance)});
	}

	return past.toSorted((a, b) => a.ms - b.ms);
}
