/**
The states of one source, as a value. A generation walks

    QUEUED (pinned, unread) -> READING (the live file, or DRAINING once a successor waits) -> LATE (read to its end twice, may still grow) -> ended

and every step is one pure function below; `followed-source.ts` looks, reads and carries the steps out.
ABSENT and BLIND are states of the name, not of a generation: see `presence.ts`. REWOUND is the step `rewound`.
*/
export type Chain<Generation> = {
	readonly reading: Generation | undefined;
	/** Reads that found the end of `reading` since its successor was open. */
	readonly endsSeen: number;
	/** Grabbed and not yet read, oldest first. The last is the live file. */
	readonly queued: readonly Generation[];
	readonly late: ReadonlyArray<LateWatch<Generation>>;
};

/** `grewAtMs`: infinite where it is watched for ever. */
export type LateWatch<Generation> = {readonly generation: Generation; readonly grewAtMs: number};

/** A writer may keep the renamed file open a little longer (signals, buffers): it is read until it has been quiet for this long. */
export const lateQuietMs = 2000;

/** Rotated files watched for late lines at a time; beyond this the one that was quiet for longest is given up. */
export const mostLate = 32;

export const emptyChain: Chain<never> = {reading: undefined, endsSeen: 0, queued: [], late: []};

/** The generation the live name led to when last seen. */
export function newestOf<Generation>({queued, reading}: Chain<Generation>): Generation | undefined {
	return queued.at(-1) ?? reading;
}

export const hasSuccessor = ({queued}: Chain<unknown>): boolean => queued.length > 0;

/** New files were opened, oldest first. */
export function grabbed<Generation>(chain: Chain<Generation>, newcomers: readonly Generation[]): Chain<Generation> {
	return readNext({...chain, endsSeen: 0, queued: [...chain.queued, ...newcomers]});
}

/** What the reader found the end of, when nothing more came: the step over to the next generation, or waiting. */
export function foundEnd<Generation>(chain: Chain<Generation>, nowMs: number): Chain<Generation> {
	if (chain.reading === undefined || !hasSuccessor(chain)) {
		return chain;
	}

	// One read to the end is not enough: the writer may have written between that read and the opening of the successor.
	return chain.endsSeen === 0 ? {...chain, endsSeen: 1} : steppedOver(chain, nowMs);
}

/** Leaves the generation being read for the next one and goes on watching it for late lines. */
export function steppedOver<Generation>(chain: Chain<Generation>, nowMs: number): Chain<Generation> {
	const {late} = chain.reading === undefined ? chain : watchedLate(chain, chain.reading, nowMs);
	return readNext({...chain, reading: undefined, endsSeen: 0, late});
}

/** Bytes came: for a late generation its quiet time starts again. */
export function grew<Generation>(chain: Chain<Generation>, generation: Generation, nowMs: number): Chain<Generation> {
	if (generation === chain.reading) {
		return chain.endsSeen === 0 ? chain : {...chain, endsSeen: 0};
	}

	return {...chain, late: chain.late.map(watch => watch.generation === generation ? {generation, grewAtMs: Math.max(watch.grewAtMs, nowMs)} : watch)};
}

/** These are read beside the chain, and never given up for being quiet. */
export function keptWatch<Generation>(chain: Chain<Generation>, generations: readonly Generation[]): Chain<Generation> {
	return {...chain, late: [...chain.late, ...generations.map(generation => ({generation, grewAtMs: Infinity}))]};
}

/** What was read under a name that leads elsewhere now may still grow. */
export function watchedLate<Generation>(chain: Chain<Generation>, generation: Generation, nowMs: number): Chain<Generation> {
	return {...chain, late: [...chain.late, {generation, grewAtMs: nowMs}]};
}

/** The file being read was emptied and written anew: its old content goes on as `old` (read from a copy) or is over, then come the `successors`. */
export function rewound<Generation>(chain: Chain<Generation>, old: Generation | undefined, successors: readonly Generation[]): Chain<Generation> {
	return readNext({...chain, reading: old, endsSeen: 0, queued: [...successors, ...chain.queued]});
}

/** Which late generations are over now. */
export function quietSince<Generation>({late}: Chain<Generation>, nowMs: number): readonly Generation[] {
	const quiet = late.filter(({grewAtMs}) => nowMs - grewAtMs >= lateQuietMs);
	const crowded = late.toSorted((a, b) => a.grewAtMs - b.grewAtMs).slice(0, Math.max(0, late.length - mostLate));
	return [...new Set([...quiet, ...crowded])].map(({generation}) => generation);
}

/** Late generations that are no longer watched. */
export function letGo<Generation>(chain: Chain<Generation>, over: readonly Generation[]): Chain<Generation> {
	return over.length === 0 ? chain : {...chain, late: chain.late.filter(({generation}) => !over.includes(generation))};
}

function readNext<Generation>(chain: Chain<Generation>): Chain<Generation> {
	return chain.reading === undefined ? {...chain, reading: chain.queued[0], queued: chain.queued.slice(1)} : chain;
}
