import type {Bar} from './histogram-bars.ts';

/**
The columns whose bars show the letter of their severity instead of their foot, where no row below has room for letters. A letter takes the place of a
bar's height, so at most a quarter of the bars have one: alerts come first, and where most bars have some, those with the most; notices only if all of theirs fit as well.
*/
export function footLetters(bars: readonly Bar[]): ReadonlySet<number> {
	const most = Math.max(1, Math.floor(bars.length / 4));
	const alerting = columnsWith(bars, 'alert');
	if (alerting.length > most) {
		const enough = alerting.map(column => bars[column]!.alerts).toSorted((one, other) => other - one)[most]!;
		return new Set(alerting.filter(column => bars[column]!.alerts > enough));
	}

	const all = [...alerting, ...columnsWith(bars, 'notice')];
	return new Set(all.length > most ? alerting : all);
}

const columnsWith = (bars: readonly Bar[], wanted: Bar['severity']): number[] => bars.keys().filter(column => bars[column]!.severity === wanted).toArray();
