import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {ErrandNews, Errands} from '../../source/view/errands.ts';
import type {Query} from '../../source/query/query.ts';
import {parseQueryLine} from '../../source/query/query-line.ts';
import {inMemoryEngine, type MemoryEngine} from '../in-memory-engine.ts';
import {applianceEngine, hostileEvents, notedEngine} from '../view/appliance.ts';
import {noErrands} from '../view/no-errands.ts';
import {holdGolden} from './golden.ts';
import {type Rig, type RigOptions, screenRig} from './screen-rig.tsx';

type Scene = {
	readonly name: string;
	readonly shows: string;
	readonly options?: RigOptions;
	readonly engine?: () => MemoryEngine;
	readonly act?: (rig: Rig, engine: MemoryEngine) => Promise<void>;
};

const ascii: RigOptions = {look: {isUnicode: false, hasColours: false}, colours: 0};
const wide: RigOptions = {columns: 120, rows: 40};
const widest: RigOptions = {columns: 200, rows: 60};
const small: RigOptions = {columns: 40, rows: 10};

const hostile = () => applianceEngine(hostileEvents);

const leftwards = (bars: number): string[] => Array.from({length: bars}, () => 'left');
const upwards = (rows: number): string[] => Array.from({length: rows}, () => 'up');
const rightwards = (bars: number): string[] => Array.from({length: bars}, () => 'right');

const twoDays = () => inMemoryEngine([
	{time: '2026-03-02T22:15:00Z', action: 'login', user: 'cyberx', message: 'Login: user=cyberx'},
	{time: '2026-03-02T23:59:59Z', action: 'logout', user: 'cyberx', message: 'Logout: user=cyberx'},
	{time: '2026-03-03T00:00:04Z', action: 'login', user: 'support', message: 'Login: user=support'},
	{time: '2026-03-03T03:20:00Z', action: 'password-reset', severity: 'notice', message: 'Password reset: userName=r.lind'},
	{time: '2026-03-03T03:20:00Z', isTimeBorrowed: true, category: 'other', message: 'at java.base/java.lang.Thread.run(Thread.java:829)'},
]);

const manyDays = () => inMemoryEngine(Array.from({length: 90}, (_, at) => ({
	time: new Date(Date.UTC(2026, 0, at < 60 ? 1 : 70 + Math.floor(at / 10), 8, at * 7)).toISOString(),
	action: 'login' as const,
	user: `user-${at % 7}@contoso.example`,
	devices: [`10.2.1.${at % 20}`],
	message: `Login: user=user-${at % 7}@contoso.example`,
})), {sources: ['/var/log/sensor-timeline.jsonl']});

const twoZones = () => inMemoryEngine([
	{time: '2026-03-03T09:00:00Z', writtenOffsetMinutes: 0, action: 'login', user: 'ann', message: 'Login: user=ann'},
	{time: '2026-03-03T09:00:05Z', writtenOffsetMinutes: 120, action: 'login', user: 'bob', message: 'Login: user=bob'},
	{time: '2026-03-03T09:00:09Z', writtenOffsetMinutes: 330, action: 'login', user: 'eve', message: 'Login: user=eve'},
	{time: '2026-03-03T09:00:12Z', action: 'login', user: 'dana', message: 'Login: user=dana'},
]);

const manyUsers = () => inMemoryEngine(Array.from({length: 300}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 8, 0, at * 7)).toISOString(),
	action: 'login' as const,
	user: `user-${String(at % 40).padStart(2, '0')}`,
	message: `Login: user=user-${String(at % 40).padStart(2, '0')}`,
})));

/** An export of which this is told at once. */
const exportTold = (news: ErrandNews): Errands['export'] => (_errand, tell) => {
	queueMicrotask(() => {
		tell(news);
	});
	return () => undefined;
};

const longMessages = () => inMemoryEngine(Array.from({length: 12}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 8, at)).toISOString(),
	action: 'session-opened' as const,
	user: 'support',
	message: 'pam_unix(sshd:session): session opened for user support(uid=1001) by (uid=0). '.repeat(at % 4 === 3 ? 60 : at % 4),
})));

/** Alerts alone, a search among them, and what stood around its hits. */
async function searchAmongAlerts(rig: Rig): Promise<void> {
	await rig.press(':');
	await rig.type('alerts');
	await rig.press('enter', '/');
	await rig.type('10.2.1.14');
	await rig.press('enter', 'C');
}

/** Somebody who has named a side file already. */
const writing: RigOptions = {writing: {path: './ledgerline-notes.jsonl', author: foreignText('dana'), draft: undefined}};

/** Answers the questions of an event written by hand, one after the other. */
async function writeEvent(rig: Rig, answers: readonly string[]): Promise<void> {
	await rig.press('up', 'A');
	for (const answer of answers) {
		// eslint-disable-next-line no-await-in-loop -- one question after the other
		await rig.type(answer);
		// eslint-disable-next-line no-await-in-loop -- likewise
		await rig.press('enter');
	}
}

/** A log looked at by polling, another that cannot be read; the page of the logs. */
async function troubledLogs(rig: Rig, engine: MemoryEngine): Promise<void> {
	engine.fault({type: 'unreadable', source: 1, subject: foreignText('/var/log/secure'), sentence: 'permission denied; run as a user who may read it'});
	engine.sourceState(1, {type: 'blind', reason: 'timeline.jsonl cannot be read: permission denied'});
	engine.sourceState(2, {type: 'polling', reason: 'polling auth.log: too many watches'});
	await rig.settle();
	await rig.press('L', 'down');
}

function parsedLine(line: string): Query {
	const parsed = parseQueryLine(line);
	return parsed.type === 'query' ? parsed.query : {facets: {}};
}

const scenes: readonly Scene[] = [
	{name: 'following', shows: 'the newest at the bottom, live, the filters beside'},
	{name: 'following-ascii', shows: 'the same without Unicode and colour', options: ascii},
	{name: 'following-without-colours', shows: 'a theme without colours: alerts by their letter, hits in brackets', options: {themeName: 'no-colour'}, async act(rig) {
		await rig.press('/');
		await rig.type('dana');
		await rig.press('enter');
	}},
	{name: 'following-wide-without-colours', shows: 'what is bad in each bar by a letter below it', options: {...wide, themeName: 'no-colour'}},
	{name: 'following-wide', shows: 'more columns, a taller histogram with its times', options: wide},
	{name: 'following-small', shows: 'header, timeline, key bar', options: small},
	{name: 'without-sidebar', shows: 'the whole width for the timeline', act: async rig => rig.press('f', 'f')},
	{name: 'paused', shows: 'how many came since, and no jump', async act(rig, engine) {
		await rig.press('up', 'up');
		engine.add({time: '2026-03-03T09:10:00Z', action: 'login', user: 'support', message: 'Login: user=support'}, {time: '2026-03-03T09:10:05Z', action: 'logout', user: 'support', message: 'Logout: user=support'});
		await rig.settle();
	}},
	{name: 'reading', shows: 'how much of the logs has been read', async act(rig, engine) {
		engine.reading(43);
		await rig.settle();
	}},
	{name: 'first-event', shows: 'the day on top', act: async rig => rig.press('g')},
	{name: 'days', shows: 'a divider for a new day and for a silence, a borrowed time marked', engine: twoDays, act: async rig => rig.press('g')},
	{name: 'days-wide', shows: 'silences, days and the times below the bars of many days on a wide screen', engine: manyDays, options: wide, act: async rig => rig.press('g')},
	{name: 'days-widest', shows: 'the same on the widest', engine: manyDays, options: widest, act: async rig => rig.press('g', '/')},
	{name: 'search-hits-wide', shows: 'where the hits lie, on the strip of a wide screen', options: wide, async act(rig) {
		await rig.press('/');
		await rig.type('dana');
		await rig.press('enter', 'N');
	}},
	{name: 'histogram-range-wide', shows: 'a range chosen on a wide screen, counted', options: wide, act: async rig => rig.press('5', ...leftwards(20), '[', ...rightwards(8), ']')},
	{name: 'histogram-range-widest', shows: 'the same on the widest', options: widest, act: async rig => rig.press('5', ...leftwards(40), 'space', ...rightwards(16), 'space')},
	{name: 'histogram-range-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('5', ...leftwards(10), 'space', ...rightwards(4), 'space')},
	{name: 'zone', shows: 'all times in another zone', engine: twoDays, options: {zones: ['UTC', '+05:30']}, act: async rig => rig.press('z')},
	{name: 'zone-own', shows: 'each event in the zone it was written in', engine: twoZones, act: async rig => rig.press('z')},
	{name: 'zone-own-wide', shows: 'the same with the zones beside the clocks', engine: twoZones, options: wide, act: async rig => rig.press('z')},
	{name: 'zone-own-small', shows: 'the same on a small screen', engine: twoZones, options: small, act: async rig => rig.press('z')},
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
	{name: 'help-filters', shows: 'the keys of the pane that help was asked in first', act: async rig => rig.press('f', '?')},
	{name: 'help-small', shows: 'help on a small screen', options: small, act: async rig => rig.press('?')},
	{name: 'key-refused-small', shows: 'why a key does nothing, and the way out, on a small screen', options: small, act: async rig => rig.press('C')},
	{name: 'search-fuzzy-refused', shows: 'why a fuzzy search cannot be kept, above the box', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('dnadm');
		await rig.press('ctrl+t', 'enter', '&');
	}},
	{name: 'query-line-colon', shows: 'that Tab and Enter put right a colon typed by habit', async act(rig) {
		await rig.press('Y');
		await rig.type('action:excl');
	}},
	{name: 'palette-sources', shows: 'what there is to do with a source', async act(rig) {
		await rig.press(':');
		await rig.type('audit source');
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
	{name: 'search-typing', shows: 'hits while typing, marked, with the box under the fingers', async act(rig) {
		await rig.press('f', 'f', '/');
		await rig.type('dana');
	}},
	{name: 'search-hits', shows: 'which hit of how many', async act(rig) {
		await rig.press('ctrl+f');
		await rig.type('password');
		await rig.press('enter', 'N', 'N');
	}},
	{name: 'search-hits-ascii', shows: 'hits in brackets', options: ascii, async act(rig) {
		await rig.press('f', 'f', '/');
		await rig.type('dana');
		await rig.press('enter');
	}},
	{name: 'search-trouble', shows: 'what is wrong with the text, and where', async act(rig) {
		await rig.press('/');
		await rig.type('"dana');
	}},
	{name: 'search-fuzzy', shows: 'letters in order, and how far the search looks', async act(rig) {
		await rig.press('/');
		await rig.type('pswd spprt');
		await rig.press('ctrl+t');
	}},
	{name: 'search-fuzzy-small', shows: 'the same on a small screen', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('dnadm');
		await rig.press('ctrl+t', 'enter', 'N');
	}},
	{name: 'search-small', shows: 'the search box on a small screen', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('reset');
	}},
	{name: 'context', shows: 'rows around the hits that the filters hide, told from the others', act: async rig => searchAmongAlerts(rig)},
	{name: 'context-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-small', shows: 'the same on a small screen', options: small, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-wide', shows: 'the same with more columns, the device that was found marked', options: wide, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-of-filters', shows: 'rows around what the filters show', async act(rig) {
		await rig.press(':');
		await rig.type('alerts');
		await rig.press('enter', 'C');
	}},
	{name: 'search-kept', shows: 'the search as a filter', async act(rig) {
		await rig.press('/');
		await rig.type('dana');
		await rig.press('enter', '&');
	}},
	{name: 'time-typing', shows: 'what the typed time means, before going there', async act(rig) {
		await rig.press('@');
		await rig.type('yesterday 14:00');
	}},
	{name: 'time-trouble', shows: 'where the words stop being a time', async act(rig) {
		await rig.press('T');
		await rig.type('9:06 o tea');
	}},
	{name: 'time-reached', shows: 'the first event from that time on', async act(rig) {
		await rig.press('@');
		await rig.type('09:06');
		await rig.press('enter');
	}},
	{name: 'histogram-pane', shows: 'the bar under the cursor in words', act: async rig => rig.press('5', ...leftwards(17))},
	{name: 'histogram-range', shows: 'a range from begin to end, marked and counted', act: async rig => rig.press('5', ...leftwards(17), '[', ...rightwards(9), ']')},
	{name: 'histogram-range-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('5', ...leftwards(17), 'space', ...rightwards(9), 'space')},
	{name: 'histogram-range-shown', shows: 'only the range, with chips', act: async rig => rig.press('5', ...leftwards(17), '[', ...rightwards(9), ']', 'enter')},
	{name: 'histogram-zoomed', shows: 'a quarter of the time', act: async rig => rig.press('5', ...leftwards(17), '+', '+')},
	{name: 'histogram-pane-wide', shows: 'three rows, the cursor and the times below', options: wide, act: async rig => rig.press('5', ...leftwards(25))},
	{name: 'histogram-pane-small', shows: 'the histogram as the whole body', options: small, act: async rig => rig.press('5', 'left', 'left', '[')},
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
	{name: 'search-completing', shows: 'values of a field in the search box', async act(rig) {
		await rig.press('/');
		await rig.type('reset user:s');
	}},
	{name: 'palette', shows: 'everything by its name, one\'s own views first', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, act: async rig => rig.press(':', 'down')},
	{name: 'view-removing', shows: 'what the second Enter does', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, async act(rig) {
		await rig.press(':');
		await rig.type('remove night');
		await rig.press('enter');
	}},
	{name: 'view-renaming', shows: 'the name it has, to be changed', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, async act(rig) {
		await rig.press(':');
		await rig.type('rename night');
		await rig.press('enter');
	}},
	{name: 'palette-typed', shows: 'what fits the letters, keys beside, what is off with its reason', async act(rig) {
		await rig.press(':');
		await rig.type('ex');
	}},
	{name: 'palette-small', shows: 'the palette on a small screen', options: small, async act(rig) {
		await rig.press(':');
		await rig.type('log');
	}},
	{name: 'palette-ascii', shows: 'the palette without Unicode and colour', options: ascii, async act(rig) {
		await rig.press(':');
		await rig.type('theme');
	}},
	{name: 'save-view', shows: 'a name for the present filters', async act(rig) {
		await rig.press('up', '+', 's');
		await rig.type('odd logins');
	}},
	{name: 'export-box', shows: 'where an export would go, and in what form', act: async rig => rig.press('e')},
	{name: 'export-box-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('e')},
	{name: 'export-exists', shows: 'that the file exists, and what Enter would do', options: {errands: {...noErrands, export: exportTold({type: 'question', sentence: 'exists, 312 kB'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-running', shows: 'how far it is, and how to stop it', options: {errands: {...noErrands, export: exportTold({type: 'progress', sentence: 'exporting 43 %'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-done', shows: 'what was written where', options: {errands: {...noErrands, export: exportTold({type: 'over', sentence: '21 events and 1 hole written to ledgerline-20260303-091000.csv (CSV, 9 kB)'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'notes', shows: 'which event has a note, what was written by hand, and a note whose event is not there', engine: notedEngine, act: async rig => rig.press('up')},
	{name: 'notes-ascii', shows: 'the same without Unicode and colour', engine: notedEngine, options: ascii, act: async rig => rig.press('up')},
	{name: 'notes-small', shows: 'the same on a small screen', engine: notedEngine, options: small, act: async rig => rig.press('up')},
	{name: 'note-in-details', shows: 'the note on an event, with who wrote it and when', engine: notedEngine, act: async rig => rig.press(...upwards(9), 'enter')},
	{name: 'note-in-details-small', shows: 'the same on a small screen', engine: notedEngine, options: small, act: async rig => rig.press(...upwards(9), 'enter')},
	{name: 'note-of-event', shows: 'which event a note is on', engine: notedEngine, act: async rig => rig.press(...upwards(8), 'enter')},
	{name: 'note-followed', shows: 'the event that the note led to', engine: notedEngine, act: async rig => rig.press(...upwards(8), 'enter', 'enter')},
	{name: 'note-without-event', shows: 'that the event of a note is not there', engine: notedEngine, act: async rig => rig.press('up', 'enter')},
	{name: 'last-login', shows: 'who came in before an event that names nobody, as a hint', act: async rig => rig.press(...upwards(6), 'enter', 'pagedown', 'pagedown')},
	{name: 'notes-file-box', shows: 'where notes would be kept, asked once', act: async rig => rig.press('up', 'a')},
	{name: 'note-box', shows: 'a note being written, and what it is on', options: writing, async act(rig) {
		await rig.press(...upwards(6), 'a');
		await rig.type('nobody asked for this');
	}},
	{name: 'note-box-small', shows: 'the same on a small screen', options: {...small, ...writing}, act: async rig => rig.press('up', 'a')},
	{name: 'event-when', shows: 'the first question of an event written by hand', options: writing, act: async rig => rig.press('up', 'A')},
	{name: 'event-type', shows: 'the second question', options: writing, act: async rig => writeEvent(rig, [''])},
	{name: 'event-device', shows: 'the third question', options: writing, act: async rig => writeEvent(rig, ['', ''])},
	{name: 'event-text', shows: 'the fourth question', options: writing, act: async rig => writeEvent(rig, ['', '', '10.2.1.14'])},
	{name: 'event-author', shows: 'the last question', options: writing, act: async rig => writeEvent(rig, ['', '', '', 'cable pulled'])},
	{name: 'event-author-small', shows: 'the same on a small screen', options: {...small, ...writing}, act: async rig => writeEvent(rig, ['', '', '', 'cable pulled'])},
	{name: 'export-unfit', shows: 'why nothing may be written there', options: {errands: {...noErrands, export: exportTold({type: 'unfit', sentence: 'lies in a folder watched for logs'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-unfit-small', shows: 'the same on a small screen', options: {...small, errands: {...noErrands, export: exportTold({type: 'unfit', sentence: 'lies in a folder watched for logs'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-failed', shows: 'why an export failed, and that nothing was kept', options: {errands: {...noErrands, export: exportTold({type: 'over', sentence: 'not exported: the disk of /evidence is full after 9 kB; nothing was kept'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-running-small', shows: 'how far it is on a small screen', options: {...small, errands: {...noErrands, export: exportTold({type: 'progress', sentence: 'exporting 43 %'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'summary', shows: 'who did what how often', act: async rig => rig.press('S')},
	{name: 'summary-further', shows: 'the rest of it, over everything', act: async rig => rig.press('S', 'tab', 'pagedown', 'pagedown', 'pagedown')},
	{name: 'summary-small', shows: 'names and counts alone on a small screen', options: small, act: async rig => rig.press('S', 'down')},
	{name: 'summary-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('S', 'pagedown')},
	{name: 'summary-wide', shows: 'more of it at once', options: wide, act: async rig => rig.press('S')},
	{name: 'summary-followed', shows: 'the events of a line', act: async rig => rig.press('S', 'down', 'down', 'enter')},
	{name: 'marks', shows: 'which events are marked, and how many', act: async rig => rig.press('up', 'm', 'up', 'up', 'm', '\'', 'up')},
	{name: 'details', shows: 'every field of the event, below the timeline', async act(rig) {
		await rig.press('up', 'up', 'up', 'up', 'up', 'enter', 'down', 'down');
	}},
	{name: 'details-related', shows: 'what else there is of the same user and device', async act(rig) {
		await rig.press('up', 'up', 'up', 'enter', 'pagedown', 'pagedown');
	}},
	{name: 'details-wide', shows: 'details beside the timeline', options: wide, act: async rig => rig.press('up', 'up', 'up', 'up', 'up', 'enter')},
	{name: 'details-small', shows: 'details take the whole screen', options: small, act: async rig => rig.press('enter')},
	{name: 'details-hex', shows: 'the bytes of the record', act: async rig => rig.press('enter', 'x')},
	{name: 'hostile', shows: 'every control byte as a token, columns in line', engine: hostile, options: {columns: 100, rows: 30}},
	{name: 'hostile-ascii', shows: 'the same in ASCII', engine: hostile, options: {...ascii, columns: 100, rows: 30}},
	{name: 'hostile-details', shows: 'a hostile record field by field', engine: hostile, act: async rig => rig.press('g', 'G', ...Array.from({length: 12}, () => 'up'), 'enter', 'pagedown', 'pagedown')},
	{name: 'fault', shows: 'what is wrong, in words', async act(rig, engine) {
		engine.fault({type: 'unreadable', source: 1, subject: foreignText('/var/log/secure'), sentence: 'permission denied; run as a user who may read it'});
		engine.sourceState(2, {type: 'polling', reason: 'inotify exhausted, looking every second'});
		await rig.settle();
	}},
	{name: 'logs', shows: 'every log, how it is doing and how it is read, and what went wrong', act: troubledLogs},
	{name: 'logs-small', shows: 'the same on a small screen, which says before that there is trouble', options: small, act: troubledLogs},
	{name: 'trouble-small', shows: 'that something is wrong, and the key that shows what', options: small, async act(rig, engine) {
		engine.sourceState(2, {type: 'blind', reason: 'auth.log cannot be read: permission denied'});
		await rig.settle();
	}},
	{name: 'waiting', shows: 'that nothing comes, and why, log by log', engine: () => inMemoryEngine([], {sources: ['/var/log/audit.log', '/var/log/secure']}), async act(rig, engine) {
		engine.sourceState(0, {type: 'waiting', reason: 'waiting for audit.log'});
		engine.sourceState(1, {type: 'blind', reason: 'secure cannot be read: permission denied'});
		await rig.settle();
	}},
	{name: 'key-refused', shows: 'why a key did nothing', act: async rig => rig.press('n')},
	{name: 'columns', shows: 'which columns there are, and which are on', async act(rig) {
		await rig.press('o', 'down', 'down', 'down', '>', 'down', 'space');
	}},
	{name: 'columns-small', shows: 'the list of columns on a small screen', options: small, act: async rig => rig.press('o', 'down', 'down', 'down', 'down', 'space')},
	{name: 'columns-wide', shows: 'columns chosen, in their order', options: {...wide, columnNames: ['user', 'time', 'message']}},
	{name: 'wrapped', shows: 'long messages whole, below their rows', act: async rig => rig.press('w')},
	{name: 'wrapped-wide', shows: 'long messages on lines of their own column, hits marked', options: {columns: 130, rows: 30}, engine: longMessages, async act(rig) {
		await rig.press('w', '/');
		await rig.type('uid=0');
		await rig.press('enter');
	}},
	{name: 'wrapped-small', shows: 'long messages on a small screen', options: small, act: async rig => rig.press('w')},
	{name: 'help', shows: 'every key', act: async rig => rig.press('?')},
	{name: 'help-further', shows: 'the next of them', act: async rig => rig.press('?', 'pagedown', 'pagedown')},
	{name: 'help-signs', shows: 'what the signs beside the rows mean', act: async rig => rig.press('?', 'end', 'pageup')},
	{name: 'help-signs-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('?', 'end', 'pageup')},
	{name: 'help-words', shows: 'what searches and times understand', act: async rig => rig.press('?', 'end')},
	{name: 'key-elsewhere', shows: 'where a key works that does nothing here', act: async rig => rig.press('x')},
	{name: 'key-elsewhere-small', shows: 'the same in the summary of a small screen', options: small, act: async rig => rig.press('S', 'e')},
	{name: 'nothing-found', shows: 'what was looked for and how to start', engine: () => inMemoryEngine([], {sources: [], faults: [{type: 'unreadable', source: undefined, subject: foreignText('/var/log/audit.log'), sentence: 'permission denied'}]}), options: {lookedFor: ['/var/cyberx/logs', '/opt/sensor/logs', '/var/log']}},
	{name: 'no-events-yet', shows: 'that lines are waited for', engine: () => inMemoryEngine([])},
	{name: 'too-small', shows: 'how large the window must be', options: {columns: 30, rows: 6}},
];

for (const {name, shows, options, engine: open = applianceEngine, act} of scenes) {
	test(`screen ${name}: ${shows}`, async t => {
		const engine = open();
		const rig = await screenRig(engine, options);
		await act?.(rig, engine);
		holdGolden(t, name, rig.picture());
		await rig.close();
	});
}
