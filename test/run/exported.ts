import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {type DeviceMap, noDeviceMap} from '../../source/domain/device-map.ts';
import type {Engine, OpenAnswer} from '../../source/engine/engine.ts';
import {everything} from '../../source/query/query.ts';
import {exportErrands} from '../../source/run/export-errands.ts';
import type {ErrandNews, ExportErrand} from '../../source/view/errands.ts';

/** Waits until as many events have been read. */
export async function untilEvents(engine: Engine, count: number): Promise<void> {
	for (let events = 0; events < count;) {
		// eslint-disable-next-line no-await-in-loop -- waiting for a fact
		({totalEvents: events} = await engine.page({query: everything, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0}));
		// eslint-disable-next-line no-await-in-loop -- files are read between two questions
		await setTimeout(10);
	}
}

/** When all of these exports are made. */
export const nowMs = () => Date.parse('2026-03-03T09:10:00Z');

type Ground = {readonly engine: Engine; readonly opened: OpenAnswer; readonly devices?: DeviceMap; readonly onProgress?: (giveUp: () => void) => void};

/** Does one export, and answers the last thing that is told of it; undefined when it was given up. */
export async function lastNews({engine, opened: {sources}, devices = noDeviceMap, onProgress}: Ground, errand: Pick<ExportErrand, 'path'> & Partial<ExportErrand>): Promise<ErrandNews | undefined> {
	const watched = () => ({files: sources.map(source => source.path), folders: []});
	const places = {current: path.dirname(errand.path), home: '/nowhere', temporary: '/tmp'};
	const start = exportErrands({engine, devices, watched, places, nowMs, beforeEnd: () => undefined});
	return new Promise(resolve => {
		const giveUp = start({type: 'export', serial: 1, query: everything, mayReplace: false, ...errand}, news => {
			if (news.type !== 'progress') {
				resolve(news);
				return;
			}

			onProgress?.(() => {
				giveUp();
				resolve(undefined);
			});
		});
	});
}
