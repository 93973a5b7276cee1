import test from 'ava';
import fc from 'fast-check';
import {parseConfig, withView} from '../../source/config/config-file.ts';

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
	['a filter that would hide events unasked', ['theme: light', 'user: dana'], /line 2: user: nothing of that name is known here; a config file holds views/v],
	['a column that is none', ['theme: light', 'columns: [time, colour]'], /line 2: columns\[2\]: is no column; there are time, severity, action/v],
	['brackets without end', ['theme: light', `zone: ${'['.repeat(20_000)}`], /line 2: values are nested too deeply here/v],
	['a theme that is none', ['theme: pink'], /line 1: theme: must be one of default, light/v],
	['a view without a query', ['views:', '  - name: x'], /line 2: views\[1\]\.query: this is missing/v],
	['a view that cannot be read', ['views:', '  - name: x', '    query: user=ann colour=red'], /line 3: views\[1\]\.query: column 10 of the query line: there is no filter colour/v],
	['two views of one name', ['views:', '  - name: x', '    query: user=ann', '  - name: x', '    query: user=bob'], /line 2: views: there are two views 'x'; give one of them another name/v],
	['a zone that is none', ['theme: light', 'zone: Mars/Olympus'], /line 2: zone: is no zone; write it like UTC, \+02:00 or Europe\/Berlin/v],
	['a list and nothing else', ['- name: x'], /line 1: a list stands here; a config file holds views/v],
	['the old list of names', ['views: {x: user=ann}'], /line 1: views: must be a list of views/v],
] as const) {
	test(`a config file with ${name} is told with its line`, t => {
		const reading = read(...lines);
		t.regex('trouble' in reading ? reading.trouble : JSON.stringify(reading), sentence);
	});
}

const commented = `# mine
theme: light # for the day shift

views:
  # asked every morning
  - name: nights
    query: since=-12h
`;

test('a view is added, and nothing else changes', t => {
	t.deepEqual(withView(file, commented, {name: 'dana', line: 'user="dana s"'}), {value: `${commented}  - name: dana\n    query: user="dana s"\n`});
});

test('a view of the same name takes another line, its comment stays', t => {
	t.deepEqual(withView(file, commented, {name: 'nights', line: 'since=-8h'}), {value: commented.replace('-12h', '-8h')});
});

test('the first view makes the file', t => {
	t.deepEqual(withView(file, '', {name: 'nights', line: 'since=-12h'}), {value: 'views:\n  - name: nights\n    query: since=-12h\n'});
	t.deepEqual(withView(file, '# only words\n', {name: 'a', line: ''}), {value: '# only words\n\nviews:\n  - name: a\n    query: ""\n'});
});

test('a file that is wrong is left alone', t => {
	t.true('trouble' in withView(file, 'views: 3', {name: 'a', line: ''}));
});

const awkwardText = fc.string({unit: fc.constantFrom('a', ' ', ':', '#', '"', '\'', '\\', '-', '[', '{', '|', '>', '&', '*', '!', '%', '@', '\n', 'é', '1')});

test('whatever a view is called, it is read back', t => {
	fc.assert(fc.property(awkwardText.filter(name => name.trim() === name && name !== ''), awkwardText, (name, value) => {
		const line = `user=${JSON.stringify(value).replaceAll(String.raw`\n`, String.raw`\x0a`)}`;
		const text = withView(file, commented, {name, line});
		const reading = 'value' in text ? parseConfig(file, text.value) : text;
		t.deepEqual('value' in reading ? reading.value.views.at(-1) : reading, {name, line});
	}));
});
