import type {Measured} from './measures.ts';

export type WireResult = {
	readonly date: string;
	readonly cores: number;
	readonly loadBefore: number;
	readonly rows: ReadonlyArray<{readonly name: string} & Measured>;
};

type Figure = {readonly title: string; readonly of: keyof Measured; readonly unit: 'B' | 'ms'; /** What stands where there is no figure. */ readonly absent: string};

const figures: readonly Figure[] = [
	{title: 'a followed line', of: 'lineBytes', unit: 'B', absent: '-'},
	{title: 'a typed character', of: 'typedBytes', unit: 'B', absent: '-'},
	{title: '5 s idle', of: 'idleBytes', unit: 'B', absent: '-'},
	{title: 'key to last byte, p50', of: 'keyP50Ms', unit: 'ms', absent: '-'},
	{title: 'key to last byte, p95', of: 'keyP95Ms', unit: 'ms', absent: '-'},
	{title: 'start until anything is shown', of: 'firstFrameMs', unit: 'ms', absent: '-'},
	{title: 'start until the newest line stands whole', of: 'startMs', unit: 'ms', absent: '-'},
	{title: 'behind after a 10 s burst of 1,000 lines/s at 11.5 kB/s', of: 'burstBehindMs', unit: 'ms', absent: 'over 20 s'},
	{title: 'behind after 6 s in which the link stood still and 1,000 lines/s came', of: 'stallBehindMs', unit: 'ms', absent: 'over 20 s'},
	{title: 'text typed into the search, shown at 9600 baud while lines come', of: 'baudKeyMs', unit: 'ms', absent: 'over 20 s'},
];

/** The figures as a Markdown table, each program beside ours with how many times as much it takes. */
export function wireTable({date, cores, loadBefore, rows}: WireResult): string {
	const [ours] = rows;
	const head = ['120x40', ...rows.map(({name}) => name)];
	const lines = figures.map(figure => [figure.title, ...rows.map(row => cellOf(figure, row, ours!))]);
	const table = [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n');
	const load = loadBefore > cores ? ` (the machine was loaded: ${loadBefore.toFixed(1)}, so times are too long)` : '';
	return `${table}\n\nMeasured ${date.slice(0, 10)} on ${cores} cores${load}, bytes with lines of 138 bytes.`;
}

function cellOf({of, unit, absent}: Figure, row: Measured, ours: Measured): string {
	const value = row[of];
	if (value === undefined) {
		return absent;
	}

	const base = ours[of];
	const isCompared = row !== ours && base !== undefined && base > 0;
	return `${Math.round(value).toLocaleString('en')} ${unit}${isCompared ? ` (${(value / base).toFixed(1)}x)` : ''}`;
}
