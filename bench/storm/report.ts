import type {StormRow} from './run-storm.ts';

export type Weathered = StormRow & {readonly weather: string};

export type Report = {
	readonly at: string;
	readonly seed: string;
	readonly machine: {readonly cores: number; readonly kernel: string; readonly node: string; readonly loadAtStart: readonly number[]; readonly loadAtEnd: readonly number[]};
	readonly rows: readonly Weathered[];
};

/** The head of what is printed while storms run. */
export const columns = line('mode', 'file', 'follower', 'MB/s', 'lines', 'lost', 'in reach', 'silent', 'twice', 'torn', 'order', 'holes', 'saved');

/** One row of it. */
export function rowOf({follower, mode, fileBytes, lines, verdict, megabytesPerSecond}: StormRow): string {
	const {lost, reachable, silent, duplicated, torn, outOfOrder, announced, saved} = verdict;
	return line(mode, sizeOf(fileBytes), follower, megabytesPerSecond.toFixed(0), lines, lost, reachable, silent, duplicated, torn, outOfOrder, announced, saved);
}

const open = '<!-- storms -->';
const close = '<!-- /storms -->';

/** A README with its tables written anew. */
export function withTables(readme: string, {at, seed, machine, rows}: Report): string {
	const [from, to] = [readme.indexOf(open), readme.indexOf(close)];
	if (from === -1 || to < from) {
		throw new Error(`the README has no place for the tables: ${open} and ${close} are missing`);
	}

	const {cores, kernel, node, loadAtStart, loadAtEnd} = machine;
	const head = `${at.slice(0, 10)}, ${cores} cores, Linux ${kernel}, Node ${node}, load ${loadAtStart[0]!.toFixed(1)} at the start and ${loadAtEnd[0]!.toFixed(1)} at the end, seed ${seed}.`;
	const weathers = [...new Set(rows.map(({weather}) => weather))];
	const tables = weathers.map(weather => `### ${weather}\n\n${tableOf(rows.filter(row => row.weather === weather))}`);
	return `${readme.slice(0, from + open.length)}\n${[head, ...tables].join('\n\n')}\n${readme.slice(to)}`;
}

/** One row a storm: what we made of it, and behind it what `tail -F` lost of it, all in silence. */
function tableOf(rows: readonly Weathered[]): string {
	const ours = rows.filter(({follower}) => follower === 'ledgerline');
	const cells = ours.map(row => {
		const {lost, reachable, silent, duplicated, torn, outOfOrder, announced} = row.verdict;
		const tail = rows.find(other => other.follower === 'tail -F' && other.mode === row.mode && other.fileBytes === row.fileBytes);
		return [row.mode, sizeOf(row.fileBytes), row.lines, lost, reachable, silent, duplicated, torn, outOfOrder, announced, tail?.verdict.silent ?? ''];
	});
	const head = ['mode', 'file', 'lines', 'lost', 'of these in reach', 'silent', 'twice', 'torn', 'out of order', 'holes told', '`tail -F`: lost in silence'];
	return [head, head.map(() => '---'), ...cells].map(each => `| ${each.join(' | ')} |`).join('\n');
}

const sizeOf = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;

function line(...[mode, size, follower, ...numbers]: ReadonlyArray<string | number>): string {
	return `${String(mode).padEnd(18)}${String(size).padStart(9)}  ${String(follower).padEnd(11)}${numbers.map(number => String(number).padStart(9)).join('')}\n`;
}
