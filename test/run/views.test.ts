import {lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {changeViews} from '../../source/run/change-views.ts';
import {ledgerline, temporaryFolder} from './program.ts';

const log = ['Login: user=ann', 'Password reset: userName=bob', 'Login: user=eve'].map((text, at) => `2026-03-03 09:0${at}:00,151 [exec-1] INFO  audit- ${text}\n`).join('');

const config = `views:
  - name: ann alone
    query: user=ann
`;

for (const [words, count] of [
	[['--view', 'logins'], 2],
	[['--view', 'Password reset'], 1],
	[['--view', 'logins', '--not-user', 'ann'], 1],
	[['--config', 'mine.yaml', '--view', 'ANN alone'], 1],
	[['--config', 'mine.yaml', '--view', 'logins', '--query', 'user=eve'], 1],
	[['--config', 'mine.yaml'], 3],
] as const) {
	test(`${words.join(' ')} prints ${count}`, async t => {
		const folder = temporaryFolder(t, {'audit.log': log, 'mine.yaml': config});
		const {events, stderr} = await ledgerline(['print', '--output', 'jsonl', ...words, 'audit.log'], {cwd: folder});
		t.is(stderr, '');
		t.is(events.length, count);
	});
}

for (const [words, sentence] of [
	[['--view', 'logns'], /there is no view 'logns'; did you mean 'logins'\?/v],
	[['--config', 'none.yaml'], /the config file 'none\.yaml' cannot be read \(there is no such file\)/v],
	[['--config', 'wrong.yaml'], /wrong\.yaml, line 2: colour: this name is not known here/v],
	[['--config', 'large.yaml'], /the config file 'large\.yaml' cannot be read \(it is larger than 1 MB\)/v],
	[['--notes', 'audit.log'], /--notes 'audit\.log': is another kind of file: no notes are written into it; name a file of its own/v],
	[['--notes', '.'], /--notes '\.': is a folder, not a file; name a file of its own/v],
	[['--notes', '/dev/null'], /--notes '\/dev\/null': is a pipe or a device, not a file/v],
	[['--notes', 'none/notes.jsonl'], /--notes 'none\/notes\.jsonl': there is no folder .*none; name a file of its own/v],
] as const) {
	test(`${words.join(' ')} is refused with the reason`, async t => {
		const folder = temporaryFolder(t, {'audit.log': log, 'wrong.yaml': 'theme: light\ncolour: red\n', 'large.yaml': '#'.repeat((1024 * 1024) + 1)});
		const {stderr, text, exitCode} = await ledgerline(['print', ...words, 'audit.log'], {cwd: folder});
		t.regex(stderr, sentence);
		t.is(text, '');
		t.is(exitCode, 2);
	});
}

test('the config file at the usual place is read, and one that is wrong is told and left out', async t => {
	const folder = temporaryFolder(t, {'audit.log': log});
	const place = path.join(folder, 'ledgerline', 'config.yaml');
	mkdirSync(path.dirname(place));
	writeFileSync(place, config);
	const print = async (...words: readonly string[]) => ledgerline(['print', '--output', 'jsonl', ...words, 'audit.log'], {cwd: folder, environment: [['XDG_CONFIG_HOME', folder]]});
	const shown = await print('--view', 'ann alone');
	t.deepEqual(shown.events.map(event => event.user), ['ann']);

	writeFileSync(place, 'views: 3\n');
	const whole = await print();
	t.is(whole.events.length, 3);
	t.regex(whole.stderr, /config\.yaml, line 1: views: must be a list of views; .*; continuing without it/v);
	t.is(whole.exitCode, 0);
});

test('a view is kept where nobody else can read it, through a link, and nothing is left beside it', async t => {
	const folder = temporaryFolder(t, {});
	const link = path.join(folder, 'config.yaml');
	const target = path.join(folder, 'dotfiles.yaml');
	writeFileSync(target, '# mine\n');
	symlinkSync(target, link);
	t.deepEqual(await changeViews(link, {type: 'saved', view: {name: 'ann', line: 'user=ann'}}), {value: link});
	t.true(lstatSync(link).isSymbolicLink());
	t.regex(readFileSync(target, 'utf8'), /# mine\n\nviews:\n {2}- name: ann\n/v);
	t.is(statSync(target).mode & 0o777, 0o600);
	t.deepEqual(readdirSync(folder).toSorted(), ['config.yaml', 'dotfiles.yaml']);
});

test('the folder is made for the first view; what cannot be written is told', async t => {
	const folder = temporaryFolder(t, {blocked: ''});
	const file = path.join(folder, 'new', 'ledgerline', 'config.yaml');
	t.deepEqual(await changeViews(file, {type: 'saved', view: {name: 'ann', line: 'user=ann'}}), {value: file});
	const refused = await changeViews(path.join(folder, 'blocked', 'config.yaml'), {type: 'saved', view: {name: 'ann', line: 'user=ann'}});
	t.deepEqual(refused, {trouble: `nothing was changed: ${path.join(folder, 'blocked')} is not a folder`});
});
