import type {Query} from '../../../source/query/query.ts';
import {parseQueryLine} from '../../../source/query/query-line.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {ascii, wide, small, type Scene} from './scene.ts';

const manyUsers = () => inMemoryEngine(Array.from({length: 300}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 8, 0, at * 7)).toISOString(),
	action: 'login' as const,
	user: `user-${String(at % 40).padStart(2, '0')}`,
	message: `Login: user=user-${String(at % 40).padStart(2, '0')}`,
})));

function parsedLine(line: string): Query {
	const parsed = parseQueryLine(line);
	return parsed.type === 'query' ? parsed.query : {facets: {}};
}

/** Screens of filters: sidebar, chips, the filter line and time spans. */
export const filtersScenes: readonly Scene[] = [
	{name: 'filters', shows: 'a value included, another excluded, chips for both', async act(rig) {
		await rig.press('f', 'f', 'f', 'down', 'down', 'down', 'space');
		await rig.press('2', 'up', 'left', '-');
	}},
	{name: 'filters-ascii', shows: 'the same without Unicode and colour', options: ascii, async act(rig) {
		await rig.press('f', 'down', 'down', 'down', 'space');
		await rig.press('2', 'up', '-');
	}},
	{name: 'filters-small', shows: 'filters take the whole screen', options: small, act: async rig => rig.press('f', 'down')},
	{name: 'filter-explained-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('f')},
	{name: 'query-line-colon', shows: 'that Tab and Enter put right a colon typed by habit', async act(rig) {
		await rig.press('Y');
		await rig.type('action:excl');
	}},
	{name: 'filter-explained', shows: 'what the user operations toggle means', act: async rig => rig.press('f', 'space')},
	{name: 'narrowing', shows: 'a long list by a few letters', engine: manyUsers, async act(rig) {
		await rig.press('f', ...Array.from({length: 9}, () => 'down'), 't');
		await rig.type('r-3');
	}},
	{name: 'chip-chosen', shows: 'the filter that Backspace would remove', act: async rig => rig.press('up', '+', 'r', '1', '4', 'right')},
	{name: 'chip-off', shows: 'a filter that is there and hides nothing', act: async rig => rig.press('up', '+', 'right', '-', '4', 'space')},
	{name: 'chip-since-small', shows: 'from when on, whole on a small screen', options: small, act: async rig => rig.press('up', 'up', '[')},
	{name: 'chip-off-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('up', '+', 'right', '-', '4', 'space')},
	{name: 'chips-off-small', shows: 'all filters off on a small screen', options: small, act: async rig => rig.press('up', '+', '!')},
	{name: 'chips-off-query-line', shows: 'that the line has only what is on', options: wide, act: async rig => rig.press('up', '+', 'right', '-', '4', 'space', 'Y')},
	{name: 'query-before', shows: 'which query of how many', act: async rig => rig.press('up', '+', 'u', 'right', '-', '<', '<')},
	{name: 'nothing-passes', shows: 'that filters hide everything, and the way out', async act(rig) {
		await rig.press('/');
		await rig.type('nobody');
		await rig.press('ctrl+k');
	}},
	{name: 'spans', shows: 'digits for how far back', act: async rig => rig.press('r')},
	{name: 'spans-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('r', '2', 'r')},
	{name: 'spans-wide', shows: 'which span is on', options: wide, act: async rig => rig.press('r', '3', 'r')},
	{name: 'query-line', shows: 'the filters as one line that can be edited', async act(rig) {
		await rig.press('up', '+', 'r', '2', 'Y');
	}},
	{name: 'query-line-trouble', shows: 'what is wrong with the line, and where', async act(rig) {
		await rig.press('Y');
		await rig.type('user=dana.admin colour=red');
	}},
	{name: 'query-line-small', shows: 'the end of a long line on a small screen', options: small, async act(rig) {
		await rig.press('up', '+', 'r', '2', 'Y');
	}},
	{name: 'query-line-long', shows: 'a line longer than its box whole above it, to be copied', options: {query: parsedLine('severity=notice user=dana.admin user=support user="svc-backup" device!=10.2.1.14 action=password-reset action=exclusion-created text: "ALL ALERTS" -sensors')}, act: async rig => rig.press('Y')},
	{name: 'query-line-completing', shows: 'values that fit, with their counts', async act(rig) {
		await rig.press('Y');
		await rig.type('severity=alert device=10');
	}},
	{name: 'query-line-completed', shows: 'what Tab made of it, the cursor behind', async act(rig) {
		await rig.press('Y');
		await rig.type('us');
		await rig.press('tab');
		await rig.type('dan');
		await rig.press('tab');
		await rig.type('sev');
		await rig.press('tab');
	}},
];
