import {inMemoryEngine} from '../../in-memory-engine.ts';
import {applianceEngine, hostileEvents} from '../../view/appliance.ts';
import {ascii, wide, widest, small, type Scene} from './scene.ts';

const hostile = () => applianceEngine(hostileEvents);

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

const longMessages = () => inMemoryEngine(Array.from({length: 12}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 8, at)).toISOString(),
	action: 'session-opened' as const,
	user: 'support',
	message: 'pam_unix(sshd:session): session opened for user support(uid=1001) by (uid=0). '.repeat(at % 4 === 3 ? 60 : at % 4),
})));

/** Screens of the timeline. */
export const timelineScenes: readonly Scene[] = [
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
	{name: 'zone', shows: 'all times in another zone', engine: twoDays, options: {zones: ['UTC', '+05:30']}, act: async rig => rig.press('z')},
	{name: 'zone-own', shows: 'each event in the zone it was written in', engine: twoZones, act: async rig => rig.press('z')},
	{name: 'zone-own-wide', shows: 'the same with the zones beside the clocks', engine: twoZones, options: wide, act: async rig => rig.press('z')},
	{name: 'zone-own-small', shows: 'the same on a small screen', engine: twoZones, options: small, act: async rig => rig.press('z')},
	{name: 'marks', shows: 'which events are marked, and how many', act: async rig => rig.press('up', 'm', 'up', 'up', 'm', '\'', 'up')},
	{name: 'hostile', shows: 'every control byte as a token, columns in line', engine: hostile, options: {columns: 100, rows: 30}},
	{name: 'hostile-ascii', shows: 'the same in ASCII', engine: hostile, options: {...ascii, columns: 100, rows: 30}},
	{name: 'hostile-details', shows: 'a hostile record field by field', engine: hostile, act: async rig => rig.press('g', 'G', ...Array.from({length: 12}, () => 'up'), 'enter', 'pagedown', 'pagedown')},
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
	{name: 'no-events-yet', shows: 'that lines are waited for', engine: () => inMemoryEngine([])},
	{name: 'too-small', shows: 'how large the window must be', options: {columns: 30, rows: 6}},
];
