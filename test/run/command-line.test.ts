import {readFileSync} from 'node:fs';
import test from 'ava';
import {commands, optionRows} from '../../source/config/options.ts';
import {readCommandLine, type Asked} from '../../source/run/command-line.ts';
import {version} from '../../source/run/version.ts';

const read = (words: readonly string[], environment: Record<string, string> = {}, files: readonly string[] = []): Asked =>
	readCommandLine(words, {version: '1.2.3', environment, hasFile: path => files.includes(path)});

const run = (command: string, paths: readonly string[], given: Record<string, unknown> = {}) => ({type: 'run', command, paths, given});

for (const [line, asked] of [
	['', run('open', [])],
	['a.log b/*.log', run('open', ['a.log', 'b/*.log'])],
	['--since -1h a.log', run('open', ['a.log'], {since: ['-1h']})],
	['print a.log --follow', run('print', ['a.log'], {follow: ['']})],
	['print --user ann --user bob --not-user -x', run('print', [], {user: ['ann', 'bob'], 'not-user': ['-x']})],
	['print --user-operations a.log', run('print', ['a.log'], {'user-operations': ['human']})],
	['print --user-operations=exact a.log', run('print', ['a.log'], {'user-operations': ['exact']})],
	['print --search --user-operations a.log', run('print', ['a.log'], {search: ['--user-operations']})],
	['print -- --user-operations', run('print', ['--user-operations'])],
	['stats --output=x.log', {type: 'refuse', sentence: '--output belongs to print: ledgerline print --output FORM'}],
	['--rotate 1MB demo', {type: 'refuse', sentence: '--rotate belongs to demo: ledgerline demo --rotate SIZE'}],
	['doctor --since -1h', {type: 'refuse', sentence: '--since belongs to the screen, print, stats and demo: ledgerline --since TIME'}],
	['print --follow=yes a.log', {type: 'refuse', sentence: '--follow takes no value'}],
	['stats --frobnicate', {type: 'refuse', sentence: 'unknown option \'--frobnicate\'; --help lists all options'}],
	['demo --rotate 10MB --rate 50 --for 10s', run('demo', [], {rotate: ['10MB'], rate: ['50'], for: ['10s']})],
	['doctor', run('doctor', [])],
	['--version', {type: 'tell', text: '1.2.3\n'}],
	['--sinec -1h', {type: 'refuse', sentence: 'unknown option \'--sinec\'; did you mean --since?'}],
	['print --outptu csv', {type: 'refuse', sentence: 'unknown option \'--outptu\'; did you mean --output?'}],
	['print --since', {type: 'refuse', sentence: '--since takes a TIME, and none follows'}],
	['prnt', {type: 'refuse', sentence: 'there is no command and no file \'prnt\'; did you mean \'print\'?'}],
	['--zone UTC print x.log', {type: 'refuse', sentence: 'a command stands before its options: ledgerline print [OPTIONS] [PATH...]'}],
	['help nope', {type: 'refuse', sentence: 'there is no command of that name; the commands are print, stats, doctor, demo'}],
] as const) {
	test(`ledgerline ${line}`, t => {
		t.deepEqual<Asked, Record<string, unknown>>(read(line.split(' ').filter(word => word !== '')), asked);
	});
}

test('a file that exists is opened, however much its name looks like a mistyped command', t => {
	t.deepEqual<Asked, Record<string, unknown>>(read(['prnt'], {}, ['prnt']), run('open', ['prnt']));
	t.deepEqual<Asked, Record<string, unknown>>(read(['./prnt']), run('open', ['./prnt']));
	t.deepEqual<Asked, Record<string, unknown>>(read(['prnt.log']), run('open', ['prnt.log']));
});

test('the environment gives what the command line leaves out', t => {
	const environment = Object.fromEntries([['LEDGERLINE_ZONE', 'Europe/Berlin'], ['LEDGERLINE_LAYOUTS', '']]);
	t.deepEqual<Asked, Record<string, unknown>>(read(['print'], environment), run('print', [], {zone: ['Europe/Berlin']}));
	t.deepEqual<Asked, Record<string, unknown>>(read(['print', '--zone', 'UTC'], environment), run('print', [], {zone: ['UTC']}));
	t.deepEqual<Asked, Record<string, unknown>>(read(['demo'], environment), run('demo', []));
});

test('a switch in the environment is on by any value but 0, and only where the command has it', t => {
	const environment = (value: string) => Object.fromEntries([['LEDGERLINE_PLAIN', value]]);
	t.deepEqual<Asked, Record<string, unknown>>(read([], environment('1')), run('open', [], {plain: ['']}));
	t.deepEqual<Asked, Record<string, unknown>>(read([], environment('0')), run('open', []));
	t.deepEqual<Asked, Record<string, unknown>>(read([], environment('')), run('open', []));
	t.deepEqual<Asked, Record<string, unknown>>(read(['print'], environment('1')), run('print', []));
});

test('the environment says what the person and the machine are like, and never what is asked', t => {
	const named = optionRows.filter(row => row.environment !== undefined);
	t.deepEqual(named.map(row => row.name), ['zone', 'config', 'devices', 'layouts', 'formats', 'colour', 'theme', 'columns', 'ascii', 'plain', 'escape-wait']);
	t.deepEqual(named.filter(row => row.environment !== `LEDGERLINE_${row.name.toUpperCase().replaceAll('-', '_')}`), []);
});

for (const {name} of commands) {
	test(`help of ${name} tells all its options and no others`, t => {
		const help = read([name, '--help']);
		const told = help.type === 'tell' ? help.text.matchAll(/^ {2}--(?<name>[-a-z]+)/gm).map(match => match.groups!.name!).toArray() : [];
		t.deepEqual(told, optionRows.filter(row => row.commands.includes(name)).map(row => row.name));
	});
}

test('help writes a value that may be left out with the equals sign it needs', t => {
	const help = read(['print', '--help']);
	t.regex(help.type === 'tell' ? help.text : '', /^ {2}--user-operations\[=KIND\] +what people did/mv);
});

test('help says behind an option which words it takes, which it has by itself, and which variable sets it', t => {
	const help = read(['print', '--help']);
	const told = help.type === 'tell' ? help.text.replaceAll(/\s+/gv, ' ') : '';
	const expected = ['(text, raw, jsonl, csv; default text)', '(info, notice, alert)', '(default UTC; or $LEDGERLINE_ZONE)', 'wait for files that do not exist yet -h'];
	t.deepEqual(expected.filter(words => !told.includes(words)), []);
});

test('no option has a name twice, and every list of words holds its default', t => {
	t.is(new Set(optionRows.map(row => row.name)).size, optionRows.length);
	t.deepEqual(optionRows.filter(row => row.words && row.default && !row.words.includes(row.default)), []);
});

test('the version is that of the package', t => {
	const {version: packaged} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
	t.is(version, packaged);
});
