import {appendFile, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import type {Engine, OpenRequest, Page, PageRequest} from '../../source/engine/engine.ts';
import {openLocalEngine} from '../../source/local/local-engine.ts';
import {everything} from '../../source/query/query.ts';

/** A folder of logs for one test, gone at its end. */
export type LogFolder = {
	path(name: string): string;
	write(name: string, content: string | Uint8Array): Promise<void>;
	append(name: string, content: string): Promise<void>;
};

export async function logFolder(t: ExecutionContext): Promise<LogFolder> {
	const folder = await mkdtemp(path.join(tmpdir(), 'ledgerline-local-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const pathTo = (name: string) => path.join(folder, name);
	return {
		path: pathTo,
		write: async (name, content) => writeFile(pathTo(name), content),
		append: async (name, content) => appendFile(pathTo(name), content),
	};
}

/** An engine over the paths, closed at the end of the test. */
export async function openEngine(t: ExecutionContext, request: Partial<OpenRequest>, engine = openLocalEngine()): Promise<Engine> {
	t.teardown(async () => engine.close());
	await engine.open({paths: [], isFollowing: false, options: {}, ...request});
	return engine;
}

/** Waits until `isTrue`, asking again at every change. */
export async function until(engine: Engine, isTrue: () => Promise<boolean>): Promise<void> {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const ask = async () => {
		try {
			if (await isTrue()) {
				resolve();
			}
		} catch (error) {
			reject(error);
		}
	};

	const stop = engine.onChange(() => {
		void ask();
	});
	await ask();
	await promise;
	stop();
}

/** An engine that has read everything there is. */
export async function openRead(t: ExecutionContext, request: Partial<OpenRequest>, engine = openLocalEngine()): Promise<Engine> {
	await openEngine(t, request, engine);
	await until(engine, async () => {
		const {isCaughtUp} = await engine.health();
		return isCaughtUp;
	});
	return engine;
}

export const pageOf = async (engine: Engine, request: Partial<PageRequest> = {}): Promise<Page> =>
	engine.page({query: everything, anchor: {at: 'newest'}, before: 1000, after: 0, longestMessage: 1000, ...request});

/** A line of the console's audit log. */
export const auditLine = (time: string, record: string): string => `2026-03-03 ${time} [http-nio-0.0.0.0-9090-exec-1] INFO  audit- ${record}\n`;
