import test from 'ava';
import {parseDeviceMap} from '../../source/config/device-map.ts';

const read = (...lines: readonly string[]) => parseDeviceMap('plant.yaml', lines.join('\n'));

test('groups and titles, in YAML or JSON', t => {
	const value = {groups: [{name: 'Plant north', members: ['10.2.0.0/16', '00:1b:1b:aa:01:77', 'plc-7.plant.local', 'fd00::1']}], titles: [{device: '10.2.1.14', title: 'Press 3'}]};
	t.deepEqual<unknown, unknown>(read(
		'# who is who',
		'groups:',
		'  - name: Plant north',
		'    members: [10.2.0.0/16, "00:1b:1b:aa:01:77", plc-7.plant.local, "fd00::1"]',
		'devices:',
		'  - {device: 10.2.1.14, title: Press 3}',
	), {value});
	t.deepEqual<unknown, unknown>(read(JSON.stringify({groups: value.groups, devices: value.titles}, undefined, '\t')), {value});
});

test('an empty file is a map of nothing', t => {
	t.deepEqual<unknown, unknown>(read('# nothing yet'), {value: {groups: [], titles: []}});
});

for (const [name, lines, sentence] of [
	['a bracket left open', ['groups:', '  - name: [x'], /^plant\.yaml, line 2: this is neither YAML nor JSON: a bracket is not closed, or /v],
	['tabs for blanks', ['groups:', '\t- name: x'], /^plant\.yaml, line 2: this is neither YAML nor JSON: a line begins with spaces, never with a tab$/v],
	['a second one behind it', ['groups: []', '---', 'groups: []'], /^plant\.yaml, line 2: this is neither YAML nor JSON: a second file begins /v],
	['one heading twice', ['groups: []', 'groups: []'], /^plant\.yaml, line 2: this is neither YAML nor JSON: this name is already there$/v],
	['a colon in a name', ['groups:', '  - name: a: b'], /^plant\.yaml, line 2: this is neither YAML nor JSON: a text with a colon in it needs quotes$/v],
	['a sign of YAML before a name', ['groups:', '  - name: @x'], /^plant\.yaml, line 2: this is neither YAML nor JSON: a text that begins with such a sign needs quotes$/v],
	['a star before a name', ['groups:', '  - name: *x'], /^plant\.yaml: a word that begins with \* leads to something named &word above it; /v],
	['a backslash in quotes', ['groups:', String.raw`  - name: "C:\xyz"`], /^plant\.yaml, line 2: this is neither YAML nor JSON: in double quotes a backslash is written twice$/v],
	['another word', ['groups: []', '', 'grups: []'], /^plant\.yaml, line 3: grups: this name is not known here; a map of devices holds groups/v],
	['no members', ['groups:', '  - name: a', '    members: []', '  - name: b'], /^plant\.yaml, line 4: groups\[2\]\.members: this is missing; /v],
	['a member that is a number', ['groups:', '  - name: a', '    members:', '      - 10.2.1.1', '      - 10.2'], /^plant\.yaml, line 5: groups\[1\]\.members\[2\]: must be text; /v],
	['a network that is none', ['groups:', '  - {name: a, members: [10.2.0.0/99]}'], /^plant\.yaml, line 2: groups\[1\]\.members\[1\]: '10\.2\.0\.0\/99' is not a network; write it like/v],
	['a name twice', ['groups:', '  - {name: a, members: []}', '  - {name: a, members: []}'], /there are two groups 'a'/v],
	['an empty name', ['groups:', '  - {name: "", members: []}'], /line 2: groups\[1\]\.name: must not be empty/v],
	['a list at the top', ['- a'], /line 1/v],
	['plain text', ['just words'], /^plant\.yaml, line 1: must be names with values; /v],
	['aliases that would fill all memory', ['a: &a [x,x,x,x,x,x,x,x,x]', ...['b', 'c', 'd', 'e', 'f', 'g'].map((letter, at) => `${letter}: &${letter} [${Array.from({length: 9}, () => `*${'abcdefg'[at]}`).join(',')}]`)], /^plant\.yaml: its aliases .* would fill the memory$/v],
] as const) {
	test(`a map with ${name} is told with its line`, t => {
		const reading = read(...lines);
		t.regex('trouble' in reading ? reading.trouble : JSON.stringify(reading), sentence);
	});
}
