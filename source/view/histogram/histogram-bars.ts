import {severityLetter} from '../../domain/severity.ts';
import type {Histogram} from '../../engine/engine.ts';

/** A column of the histogram; its severity is the worst of what it holds. */
export type Bar = {readonly count: number; readonly severity: 'info' | 'notice' | 'alert'; readonly hasGap: boolean};

/** One bar per column; the engine was asked for as many, and while the window is being resized it may have answered others. */
export function barsOf({counts, notices, alerts, gaps}: Histogram, columns: number): Bar[] {
	return Array.from({length: columns}, (_, column) => {
		const at = Math.floor((column * counts.length) / columns);
		return {count: counts[at] ?? 0, severity: worst(alerts[at] ?? 0, notices[at] ?? 0), hasGap: (gaps[at] ?? 0) > 0};
	});
}

/** What stands below a bar, so that its severity needs no colour; plain ones, which are most, need none. */
export const letterBelow = ({severity}: Bar): string | undefined => severity === 'info' ? undefined : severityLetter[severity];

function worst(alerts: number, notices: number): Bar['severity'] {
	if (alerts > 0) {
		return 'alert';
	}

	return notices > 0 ? 'notice' : 'info';
}
