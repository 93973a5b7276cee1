import {severityLetter} from '../../domain/severity.ts';
import type {Histogram} from '../../engine/engine.ts';

/** One column of the histogram; its severity is the worst among its events. */
export type Bar = {readonly count: number; readonly alerts: number; readonly severity: 'info' | 'notice' | 'alert'; readonly hasGap: boolean};

/** One bar per column. The engine was asked for as many bins, but while the window is being resized its answer may have another number of them. */
export function barsOf({counts, notices, alerts, gaps}: Histogram, columns: number): Bar[] {
	return Array.from({length: columns}, (_, column) => {
		const at = Math.floor((column * counts.length) / columns);
		return {count: counts[at] ?? 0, alerts: alerts[at] ?? 0, severity: worst(alerts[at] ?? 0, notices[at] ?? 0), hasGap: (gaps[at] ?? 0) > 0};
	});
}

/** The letter below a bar that tells its severity without colour. Most bars are plain and have none. */
export const letterBelow = ({severity}: Bar): string | undefined => severity === 'info' ? undefined : severityLetter[severity];

function worst(alerts: number, notices: number): Bar['severity'] {
	if (alerts > 0) {
		return 'alert';
	}

	return notices > 0 ? 'notice' : 'info';
}
