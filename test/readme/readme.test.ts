import fs from 'node:fs';
import test from 'ava';
import {flows, keysOf} from '../../assembly/flows.ts';
import {readmeParts, withPart} from '../../assembly/readme-parts.ts';

const readme = fs.readFileSync('README.md', 'utf8');

for (const [name, part] of Object.entries(readmeParts)) {
	test(`the README's ${name} are those of the program (npm run readme rewrites them)`, t => {
		t.is(withPart(readme, name, part()), readme);
	});
}

test('the README begins with the two commands', t => {
	const firstScreen = readme.split('\n').slice(0, 24).join('\n');
	t.regex(firstScreen, /npm ci && npm start/);
	t.regex(firstScreen, /npm cit/);
});

test('the README shows the running program at 80x24', t => {
	const [, shown = ''] = readme.split('<!-- screen 80x24 -->', 2);
	t.regex(shown.split('<!-- /screen 80x24 -->', 1)[0]!, /Ledgerline +(?:LIVE|PAUSED)/);
});

test('every way of the tour stands in the README with its keys, and its picture is there', t => {
	for (const flow of flows) {
		t.true(readme.includes(`\`${keysOf(flow)}\` | `), flow.name);
		t.regex(fs.readFileSync(`assembly/pictures/${flow.name}.svg`, 'utf8'), /<svg [\s\S]*Ledgerline/);
	}
});
