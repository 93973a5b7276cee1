import fs from 'node:fs';
import test from 'ava';
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

test('the README shows the running program at 80x24 and at 120x40', t => {
	for (const size of ['80x24', '120x40']) {
		const [, shown = ''] = readme.split(`<!-- screen ${size} -->`);
		t.regex(shown.split(`<!-- /screen ${size} -->`)[0]!, /Ledgerline +(?:LIVE|PAUSED)/);
	}
});
