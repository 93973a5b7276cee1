import process from 'node:process';
import type {Engine} from '../../source/engine/engine.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {openLocalEngine} from '../../source/local/local-engine.ts';
import {everything, facetFields, type Query} from '../../source/query/query.ts';
import {rareWord} from './audit-file.ts';
import {type Cost, median, quantile} from './timed.ts';

/** Milliseconds from asking for a page to having it, while a file is read. */
export async function answersWhileReading(path: string): Promise<{readonly pages: number; readonly medianMs: number; readonly p95Ms: number}> {
	const engine = openLocalEngine();
	await engine.open({paths: [path], isFollowing: true, options: {}});
	const times: number[] = [];
	/* eslint-disable no-await-in-loop -- A screen asks for one page after the other. */
	for (let isCaughtUp = false; !isCaughtUp;) {
		const fromMs = performance.now();
		await askPage(engine, everything);
		times.push(performance.now() - fromMs);
		await framePause();
		({isCaughtUp} = await engine.health());
	}
	/* eslint-enable no-await-in-loop */

	await engine.close();
	return {pages: times.length, medianMs: median(times), p95Ms: quantile(times, 0.95)};
}

const filters: readonly Query[] = [
	{facets: {}, severityAtLeast: 'notice'},
	{facets: {}, keywords: ['user:support']},
	{facets: {}, userOperations: 'exact'},
];

export type Answers = {readonly rows: number; readonly bytesPerRow: number; readonly filterChanged: Cost; readonly commonSearch: Cost; readonly rareSearch: Cost; readonly jump: Cost};

/** What a changed filter, a search for a common and for a rare word, and a jump to the middle cost over a file that has been read. */
export async function answersWhenRead(path: string): Promise<Answers> {
	const engine = openEngineHere();
	await engine.open({paths: [path], isFollowing: false, options: {}});
	await engine.tail({query: {facets: {}, keywords: ['action:none']}, order: 'time', batch: 1}, () => undefined);
	const {totalEvents} = await askPage(engine, everything);
	const {heldBytes} = await engine.health();
	const costs: Cost[] = [];
	for (const query of filters) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, or they would share their costs.
		costs.push(await costOf(async () => askScreen(engine, query)));
	}

	const find = async (search: string) => engine.find({query: everything, search, from: {at: 'newest'}, direction: 'here'});
	const commonSearch = await costOf(async () => find('exec-7'));
	const rareSearch = await costOf(async () => find(rareWord));
	const micros = await middleMicros(engine);
	const jump = await costOf(async () => engine.page({query: everything, anchor: {at: 'time', micros}, before: 20, after: 20, longestMessage: 200}));
	await engine.close();
	return {
		rows: totalEvents,
		bytesPerRow: heldBytes / totalEvents,
		filterChanged: {wall: median(costs.map(({wall}) => wall)), cpu: median(costs.map(({cpu}) => cpu))},
		commonSearch,
		rareSearch,
		jump,
	};
}

const askPage = async (engine: Engine, query: Query) => engine.page({query, anchor: {at: 'newest'}, before: 50, after: 0, longestMessage: 200});

async function middleMicros(engine: Engine): Promise<number> {
	const {firstMicros = 0, lastMicros = 0} = await askPage(engine, everything);
	return Math.floor((firstMicros + lastMicros) / 2);
}

/** All that a screen shows of a query. */
async function askScreen(engine: Engine, query: Query): Promise<void> {
	await Promise.all([
		askPage(engine, query),
		engine.facets({query, fields: facetFields.map(field => ({field, limit: 20}))}),
		engine.histogram({query, buckets: 200}),
	]);
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
	const fromMs = performance.now();
	const before = process.cpuUsage();
	await work();
	const {user, system} = process.cpuUsage(before);
	return {wall: (performance.now() - fromMs) / 1000, cpu: (user + system) / 1e6};
}

/** A screen asks again at most so often. */
const framePauseMs = 50;

const framePause = async (): Promise<void> => new Promise(resolve => {
	setTimeout(resolve, framePauseMs);
});
