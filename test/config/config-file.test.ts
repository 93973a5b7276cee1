import test from 'ava';
import {parseConfig} from '../../source/config/config-file.ts';

const file = '/home/ann/.config/ledgerline/config.yaml';
const read = (...lines: readonly string[]) => parseConfig(file, lines.join('\n'));

test('views, and settings as if they had been given as options', t => {
	t.deepEqual(read(
		'views:',
		'  - name: night resets',
		'    query: action=password-reset since=-12h',
		'columns: [time, user, message]',
		'theme: light',
		'zone: Europe/Berlin',
		'devices: plant.yaml',
		'formats: /etc/formats',
	), {value: {
		views: [{name: 'night resets', line: 'action=password-reset since=-12h'}],
		given: {columns: ['time,user,message'], theme: ['light'], zone: ['Europe/Berlin'], devices: ['/home/ann/.config/ledgerline/plant.yaml'], formats: ['/etc/formats']},
	}});
});

test('an empty file sets nothing', t => {
	t.deepEqual(read(''), {value: {views: [], given: {}}});
	t.deepEqual(read('views:', '#  - name: x'), {value: {views: [], given: {}}});
});

for (const [name, lines, sentence] of [
	['a filter that would hide events unasked', ['theme: light', 'user: dana'], /line 2: user: this name is not known here; a config file holds views/v],
	['a column that is none', ['theme: light', 'columns: [time, colour]'], /line 2: columns\[2\]: is not a column; there are time, severity, action/v],
	['brackets without end', ['theme: light', `zone: ${'['.repeat(20_000)}`], /line 2: values are nested too deeply here/v],
	['a theme that is none', ['theme: pink'], /line 1: theme: must be one of default, light/v],
	['a view without a query', ['views:', '  - name: x'], /line 2: views\[1\]\.query: this is missing/v],
	['a view that cannot be read', ['views:', '  - name: x', '    query: user=ann colour=red'], /line 3: views\[1\]\.query: column 10 of the query line: there is no filter colour/v],
	['two views of one name', ['views:', '  - name: x', '    query: user=ann', '  - name: x', '    query: user=bob'], /line 2: views: there are two views 'x'; give one of them another name/v],
	['a zone that is none', ['theme: light', 'zone: Mars/Olympus'], /line 2: zone: is not a zone; write it like UTC, \+02:00 or Europe\/Berlin/v],
	['a list and nothing else', ['- name: x'], /line 1: this is a list; a config file holds views/v],
	['the old list of names', ['views: {x: user=ann}'], /line 1: views: must be a list of views/v],
] as const) {
	test(`a config file with ${name} is told with its line`, t => {
		const reading = read(...lines);
		t.regex('trouble' in reading ? reading.trouble : JSON.stringify(reading), sentence);
	});
}
