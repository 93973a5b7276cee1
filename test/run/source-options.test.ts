import test from 'ava';
import {givenOver} from '../../source/config/options.ts';
import {complaints} from '../../source/config/reading.ts';
import {foreignText} from '../../source/domain/foreign.ts';
import {checkPatterns, readSourceOptions} from '../../source/run/source-options.ts';

const formatNames = ['syslog', 'csv', 'plain-text'];

test('what is said of all sources and of some', t => {
	const said = complaints();
	t.deepEqual(readSourceOptions({zone: ['+02:00', 'auth.log=Europe/Berlin'], 'clock-offset': ['sensor*.jsonl=-90s'], year: ['a=b.log=2025'], format: ['csv']}, formatNames, said), {
		options: {zone: '+02:00', format: 'csv'},
		perSource: [
			{pattern: 'auth.log', option: 'zone', options: {zone: 'Europe/Berlin'}},
			{pattern: 'sensor*.jsonl', option: 'clock-offset', options: {clockOffsetMs: -90_000}},
			{pattern: 'a=b.log', option: 'year', options: {yearHint: 2025}},
		],
	});
	t.is(said.first, undefined);
});

for (const [given, sentence] of [
	[{zone: ['Mars']}, '--zone: \'Mars\' is not a zone; write it like UTC, +02:00 or Europe/Berlin'],
	[{zone: ['auth.log=Mars']}, '--zone \'auth.log=Mars\': \'Mars\' is not a zone; write it like UTC, +02:00 or Europe/Berlin'],
	[{'clock-offset': ['x=later']}, '--clock-offset \'x=later\': \'later\' is not a duration; write it like 30s, 5m, 1h30m or 2d'],
	[{year: ['=2025']}, '--year \'=2025\' names no source before the equals sign; write it like --year auth.log=2025'],
	[{year: ['25']}, '--year: \'25\' is not a year; write it like 2026'],
	[{format: ['weird.log=syslgo']}, '--format \'weird.log=syslgo\': there is no format \'syslgo\' (did you mean \'syslog\'?); there are syslog, csv, plain-text'],
	[{format: ['json']}, '--format: \'json\' is no format that records are read in; what print writes is chosen by --output jsonl'],
	[{format: ['x1']}, '--format: there is no format \'x1\'; there are syslog, csv, plain-text'],
] as const) {
	test(`a wrong option of a source is told: ${sentence}`, t => {
		const said = complaints();
		readSourceOptions(given, formatNames, said);
		t.is(said.first, sentence);
	});
}

test('a pattern that names no source is told, with the name that was likely meant', t => {
	const sources = [{id: 0, path: foreignText('/var/log/auth.log'), name: foreignText('auth.log')}];
	const check = (pattern: string) => checkPatterns({paths: [], isFollowing: false, options: {}, perSource: [{pattern, option: 'zone', options: {}}]}, sources);
	t.deepEqual(check('auth.log'), {value: undefined});
	t.deepEqual(check('auth.lgo'), {trouble: '--zone: no source is named \'auth.lgo\'; did you mean \'auth.log\'?'});
	t.deepEqual(check('mail'), {trouble: '--zone: no source is named \'mail\'; there are auth.log'});
});

test('a zone for one source on the command line leaves the zone of the environment to the others', t => {
	t.deepEqual(givenOver({zone: ['Europe/Berlin'], theme: ['light']}, {zone: ['auth.log=UTC'], theme: ['default']}), {zone: ['Europe/Berlin', 'auth.log=UTC'], theme: ['default']});
});
