import {spawnSync} from 'node:child_process';

/** Seconds. */
export type Cost = {readonly wall: number; readonly cpu: number};

/** Runs programs in turn, so that whatever else the machine does meets all of them, and answers the median cost of each. */
export function timedInTurn(programs: ReadonlyArray<readonly string[]>, rounds: number): Cost[] {
	const costs = Array.from({length: rounds}, () => programs.map(words => timed(words)));
	return programs.map((_, index) => medianCost(costs.map(round => round[index]!)));
}

export const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const quantile = (values: readonly number[], share: number): number => values.toSorted((one, other) => one - other)[Math.floor(values.length * share)]!;

const medianCost = (costs: readonly Cost[]): Cost => ({wall: median(costs.map(({wall}) => wall)), cpu: median(costs.map(({cpu}) => cpu))});

/** By the shell's own clock: Node tells no child's CPU time. */
function timed(words: readonly string[]): Cost {
	const {stderr} = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2>&1', 'bash', ...words], {encoding: 'utf8'});
	const [wall, user, system] = stderr.trim().split(' ').map(Number);
	return {wall: wall!, cpu: user! + system!};
}
