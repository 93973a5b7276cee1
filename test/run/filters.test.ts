import {cpSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {type Step, walk} from '../../assembly/flows.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {ledgerline, temporaryFolder} from './program.ts';

const logs = ['console-audit/mgmt-audit.log', 'console-audit/mgmt-audit.log.1', 'sensor-timeline/sensor-timeline.jsonl', 'syslog/auth.log'];

const deviceMap = 'groups:\n  - {name: Line 3, members: [10.2.1.0/28]}\n  - {name: Office, members: [10.20.0.0/16]}\n';

/** An event as `print` says it. */
type Printed = {
	readonly time: string;
	readonly format: string;
	readonly category?: string;
	readonly type?: string;
	readonly severity?: string;
	readonly devices?: readonly string[];
	readonly action?: string;
	readonly raw: string;
};

const hasDevice = (event: Printed, device: string): boolean => event.devices?.includes(device) === true;
const isOnLine3 = (event: Printed): boolean => event.devices?.some(device => /^10\.2\.1\.(?:\d|1[0-5])$/v.test(device)) === true;
/** A word is looked for in the record and in what the row shows of it. */
const hasWord = ({raw, action = ''}: Printed, word: string): boolean => raw.toLowerCase().includes(word) || action.includes(word);
const isDoneByPeople = ({category}: Printed): boolean => category === 'user-operation';
const isUserOperation = (event: Printed): boolean => isDoneByPeople(event) && event.format !== 'syslog';

/** To the first list of the sidebar, and by so many lists further. */
const list = (count: number): readonly string[] => ['\u{1B}[H', ...Array.from({length: count}, () => 'Right')];

/** Types a few letters of a value into its list, until it alone is left, and presses a key on it. */
const choose = (lists: number, typed: string, key: string, chip: RegExp): readonly Step[] => [
	{keys: [...list(lists), 't', typed], shows: new RegExp(RegExp.escape(typed) + '[^\n]*\n[^\n]*' + RegExp.escape(typed), 'v')},
	{keys: ['Enter', key], shows: chip},
];

const listOf = {severity: 1, device: 4, group: 5, type: 7} as const;

const keyword = (word: string): readonly Step[] => [
	{keys: ['/', word], shows: /hit \d+ of \d+/v},
	{keys: ['\u{B}'], shows: new RegExp(`text ${word} ×`, 'v')},
];

/** The eight filters of the sensor's event timeline and its toggle, each set by keys alone; `shows` says again, in plain words, what it means. */
const filters: ReadonlyArray<{readonly name: string; readonly steps: readonly Step[]; readonly shows: (event: Printed, newest: number) => boolean}> = [
	{name: 'user operations', steps: [{keys: [...list(0), 'Space'], shows: /user operations ×/v}], shows: isUserOperation},
	{name: 'done by people', steps: [{keys: [...list(0), 'Down', 'Space'], shows: /done by people ×/v}], shows: isDoneByPeople},
	{name: 'alerts only', steps: [{keys: [...list(listOf.severity), 'Space'], shows: /alerts only ×/v}], shows: ({severity}) => severity === 'alert'},
	{name: 'alerts and notices', steps: [{keys: [...list(listOf.severity), 'Down', 'Space'], shows: /severity >= notice ×/v}], shows: ({severity}) => severity === 'alert' || severity === 'notice'},
	{name: 'a range of dates', steps: [{keys: ['r', '2'], shows: /since [^×]+ ×/v}], shows: ({time}, newest) => Date.parse(time) >= newest - (5 * 60_000)},
	{name: 'a device group', steps: choose(listOf.group, 'Line', 'Space', /group Line 3 ×/v), shows: isOnLine3},
	{name: 'a device included', steps: choose(listOf.device, '10.2.1.14', 'Space', /device 10\.2\.1\.14 ×/v), shows: event => hasDevice(event, '10.2.1.14')},
	{name: 'a device excluded', steps: choose(listOf.device, '10.2.1.14', '-', /device not 10\.2\.1\.14 ×/v), shows: event => !hasDevice(event, '10.2.1.14')},
	{name: 'an event type included', steps: choose(listOf.type, 'USER_OP', 'Space', /type USER_OPERATION ×/v), shows: ({type}) => type === 'USER_OPERATION'},
	{name: 'an event type excluded', steps: choose(listOf.type, 'ALERT_REP', '-', /type not ALERT_REPORTED ×/v), shows: ({type}) => type !== 'ALERT_REPORTED'},
	{name: 'a keyword', steps: keyword('support'), shows: event => hasWord(event, 'support')},
	{name: 'two keywords', steps: [...keyword('support'), ...keyword('login')], shows: event => hasWord(event, 'support') && hasWord(event, 'login')},
	{
		name: 'two devices, less a type, by severity',
		steps: [
			// No event of that device names a user: as soon as its eight events are counted that list goes, and those below stand one nearer.
			...choose(listOf.device, '10.2.1.14', 'Space', /device 10\.2\.1\.14 ×.*all events +8│/sv),
			...choose(listOf.device - 1, '10.2.1.77', 'Space', /device 10\.2\.1\.77 ×/v),
			...choose(listOf.type - 1, 'ALERT_REP', '-', /type not ALERT_REPORTED ×/v),
			{keys: [...list(listOf.severity), 'Down', 'Space'], shows: /severity >= notice ×/v},
		],
		shows: event => (hasDevice(event, '10.2.1.14') || hasDevice(event, '10.2.1.77')) && event.type !== 'ALERT_REPORTED' && event.severity === 'notice',
	},
	{
		name: 'a group, less one of its devices',
		steps: [...choose(listOf.device, '10.2.1.14', '-', /device not 10\.2\.1\.14 ×/v), ...choose(listOf.group, 'Line', 'Space', /group Line 3 ×/v)],
		shows: event => isOnLine3(event) && !hasDevice(event, '10.2.1.14'),
	},
];

test('each documented filter, and some together, show as many events as a count of all of them by hand', async t => {
	const folder = temporaryFolder(t, {'plant.yaml': deviceMap});
	for (const log of logs) {
		cpSync(path.resolve('test/fixtures', log), path.join(folder, path.basename(log)));
	}

	const words = ['--year', '2026', '--devices', 'plant.yaml', 'mgmt-audit.log', 'sensor-timeline.jsonl', 'auth.log'];
	const {events} = await ledgerline(['print', '--output', 'jsonl', ...words], {cwd: folder});
	const printed = events as unknown as readonly Printed[];
	const newest = Math.max(...printed.map(({time}) => Date.parse(time)));

	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), ...words], {columns: 132, rows: 40, cwd: folder});
	await run.waitForText(`LIVE  ${printed.length} events`, patienceMs);
	await run.obeys('f', '▸FILTERS');
	// Counts of before would move the lists that the next keys walk through.
	const atRest = new RegExp(String.raw`no filters[\s\S]*▸FILTERS[\s\S]*Done by people +${printed.filter(event => isDoneByPeople(event)).length}\D[\s\S]*all events +${printed.length}\D`, 'v');
	for (const {name, steps, shows} of filters) {
		const count = printed.filter(event => shows(event, newest)).length;
		t.true(count > 0 && count < printed.length, name);
		// eslint-disable-next-line no-await-in-loop -- a person presses one key after the other
		await walk(run, {name, goal: name, steps}, patienceMs);
		// eslint-disable-next-line no-await-in-loop -- the same
		await run.waitForText(` ${count} of ${printed.length}`, patienceMs);
		// eslint-disable-next-line no-await-in-loop -- the same
		await run.obeys('\u{1B}c1\u{1B}[H', atRest);
	}

	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
});
