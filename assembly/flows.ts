import type {PtyRun} from '../test/pty.ts';

/** One thing that an admin does, key by key, on the running demo. The tests walk every flow; the README's tour is drawn from them. */
export type Flow = {
	/** Of the picture's file. */
	readonly name: string;
	/** What the admin wants. */
	readonly goal: string;
	/** 80x24 without them. */
	readonly columns?: number;
	readonly rows?: number;
	readonly steps: readonly Step[];
};

/** What is pressed (`Enter`, `Esc`...; any other word is typed letter by letter), and what must then stand on the screen. */
export type Step = {
	readonly keys: readonly string[];
	readonly shows: RegExp;
	/** The keys are pressed again and again until it stands there. */
	readonly isRepeated?: boolean;
};

/** The exclusion rule that silenced every alert: what whoever looks into the incident has to find. */
const theRule = /"ALL ALE/v;

/** The same in the details, with nothing cut off. */
const theRuleWhole = /DETAILS[\s\S]*"ALL[\s\S]*ALERTS; sensors=all/v;

export const flows: readonly Flow[] = [
	{
		name: 'search',
		goal: 'Who silenced the alerts? By a word, then its details',
		steps: [
			{keys: ['/', 'all alerts; sens'], shows: /hit 1 of 1/v},
			{keys: ['Enter', 'Enter'], shows: theRuleWhole},
		],
	},
	{
		name: 'muted',
		goal: 'In a hurry: what was muted, and by which rule',
		steps: [
			{keys: ['/', 'muted'], shows: /hit 1 of /v},
			{keys: ['Enter', 'Enter'], shows: /DETAILS[\s\S]*muted by exclusion[\s\S]*ALL[\s\S]*ALERTS/v},
		],
	},
	{
		name: 'view',
		goal: 'By a ready-made view',
		steps: [
			{keys: [':', 'excl'], shows: /view +exclusion rules/v},
			{keys: ['Enter'], shows: theRule},
		],
	},
	{
		name: 'sidebar',
		goal: 'By ticking a value in the sidebar',
		steps: [
			{keys: ['f'], shows: /▸FILTERS[\s\S]* Action /v},
			{keys: ['Right', 'Right'], shows: / Action [^\n]*\n▸/v},
			// In the narrowed list: read within one moment with the text, the next keys would be taken for the rest of a paste.
			{keys: ['t', 'exclusion c'], shows: /exclusion c\b[^\n]*\n[^\n]*Exclusion created +\d+│/v},
			{keys: ['Enter', 'Space'], shows: /action Exclusion created ×/v},
			{keys: ['Esc'], shows: / Login +\d+│[\s\S]*"ALL ALE/v},
		],
	},
	{
		name: 'query',
		goal: 'By the query as one line, completed with Tab',
		steps: [
			{keys: ['Y', 'act', 'Tab', 'exclusion-c'], shows: /▸exclusion-created[\s\S]*action=exclusion-c /v},
			{keys: ['Tab'], shows: /action=exclusion-created/v},
			{keys: ['Enter'], shows: theRule},
		],
	},
	{
		name: 'time',
		goal: 'By the time it happened',
		steps: [
			{keys: ['T', '-6m'], shows: /-6m/v},
			{keys: ['Enter'], shows: theRule},
		],
	},
	{
		name: 'summary',
		goal: 'By who did what how often',
		steps: [
			{keys: ['S'], shows: /Resets, users, rules/v},
			{keys: ['Down'], shows: /▸ .*Exclusion created/v, isRepeated: true},
			{keys: ['Enter'], shows: theRule},
		],
	},
	{
		name: 'histogram',
		goal: 'By the histogram: the bar of what was found, and all that lies in it',
		steps: [
			{keys: ['/', 'all alerts; sens', 'Enter'], shows: /hit 1 of 1/v},
			{keys: ['5'], shows: /Enter show range/v},
			{keys: ['Enter'], shows: /until 20[^\n]+ \d\d? of [\s\S]*"ALL ALE/v},
		],
	},
	{
		name: 'pivot',
		goal: 'An account was made: what became of it? From its record to all that name it',
		steps: [
			{keys: ['/', 'useradd'], shows: /hit \d+ of /v},
			{keys: ['Enter', 'Enter'], shows: /DETAILS[\s\S]*action +User created/v},
			{keys: ['Right'], shows: /▸events that name svc-backup/v},
			{keys: ['Enter'], shows: /text "svc-backup" × +\d\d? of [\s\S]*Exclusion created/v},
		],
	},
	{
		name: 'around',
		goal: 'What else happened just then? The summary leads to it, C shows what stood around it',
		steps: [
			{keys: ['S'], shows: /Resets, users, rules/v},
			{keys: ['Down'], shows: /▸ .*Exclusion created/v, isRepeated: true},
			{keys: ['Enter'], shows: /Exclusion created ×/v},
			{keys: ['C'], shows: /context 3 around each \+\d[\s\S]*"ALL ALE/v},
		],
	},
	{
		name: 'logs',
		goal: 'Can these logs be trusted to be all? How each is doing, and what went wrong',
		steps: [{keys: ['L'], shows: /LOGS 3 sources[\s\S]*mgmt-audit\.log[\s\S]*live[\s\S]*read as console-audit/v}],
	},
	{
		name: 'export',
		goal: 'Hand it on: what the filters show, as a file',
		steps: [
			{keys: [':', 'excl', 'Enter'], shows: theRule},
			{keys: ['e'], shows: /export to ledgerline-/v},
			{keys: ['Enter'], shows: /written to/v},
		],
	},
	{
		name: 'wide',
		goal: 'A wide screen: more columns, a taller histogram, details beside the timeline',
		columns: 132,
		rows: 40,
		steps: [
			{keys: ['/', 'all alerts; sens'], shows: /hit 1 of 1/v},
			{keys: ['Enter', 'Enter'], shows: theRuleWhole},
		],
	},
];

const namedKeys = new Map([
	['Enter', '\r'],
	['Esc', '\u{1B}'],
	['Tab', '\t'],
	['Space', ' '],
	['Down', '\u{1B}[B'],
	['Right', '\u{1B}[C'],
	['PgDn', '\u{1B}[6~'],
]);

/** Presses the keys of a flow and waits for what each step must show. Settles with how often a key went down. */
export async function walk(run: PtyRun, {steps}: Flow, patienceMs: number): Promise<number> {
	let presses = 0;
	for (const step of steps) {
		// eslint-disable-next-line no-await-in-loop -- a person presses one key after the other
		presses += await (step.isRepeated ? pressUntil(run, step, patienceMs) : press(run, step, patienceMs));
	}

	return presses;
}

async function press(run: PtyRun, step: Step, patienceMs: number): Promise<number> {
	await run.obeys(bytesOf(step), step.shows, patienceMs);
	return pressesIn(step);
}

const pressesIn = ({keys}: Step): number => keys.reduce((count, key) => count + (namedKeys.has(key) ? 1 : [...key].length), 0);

/** How often a key goes down in a flow; undefined where one is repeated until something shows. */
export function pressesOf({steps}: Flow): number | undefined {
	return steps.some(({isRepeated}) => isRepeated) ? undefined : steps.reduce((count, step) => count + pressesIn(step), 0);
}

async function pressUntil(run: PtyRun, step: Step, patienceMs: number): Promise<number> {
	let presses = 0;
	while (!step.shows.test(run.picture().join('\n'))) {
		const before = chosenLines(run);
		run.type(bytesOf(step));
		presses += step.keys.length;
		// A key more, pressed because the screen was slow, would go past what is looked for.
		// eslint-disable-next-line no-await-in-loop -- the next press depends on what this one showed
		await run.waitFor(() => chosenLines(run) !== before, patienceMs);
	}

	return presses;
}

const bytesOf = ({keys}: Step): string => keys.map(key => namedKeys.get(key) ?? key).join('');

/** Where cursors stand, and below what, whatever is counted there meanwhile. */
const chosenLines = (run: PtyRun): string => run.picture()
	.flatMap((row, at, rows) => row.trimStart().startsWith('▸') ? [`${at} ${rows[at - 1]} ${row}`.replaceAll(/\d+/gv, '')] : [])
	.join('\n');

/** The keys as a person would write them down. */
export function keysOf({steps}: Flow): string {
	return steps.map(({keys, isRepeated}) => keys.join(' ') + (isRepeated ? '…' : '')).join(' ');
}
