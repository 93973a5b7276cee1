import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import type {SourceHealth} from '../../../source/engine/engine.ts';
import {entryLines} from '../../../source/view/logs/logs-lines.ts';
import {standingSentence} from '../../../source/view/logs/source-words.ts';

const calm: SourceHealth = {
	source: 0,
	description: {id: 0, path: foreignText('/logs/app.log'), name: foreignText('app.log')},
	state: {type: 'live'},
	options: {},
	generations: 1,
	bytesRead: 1,
	holes: 0,
	notices: [],
	events: 1,
	formats: [],
	confidence: 1,
	unparsedLines: 0,
	files: [],
};
const badge = 'rotated by copytruncate: the rotator itself may drop lines';

for (const [what, source, sentence] of [
	['a log that is live and whole', {}, undefined],
	['a rotation in passing', {state: {type: 'draining', behindBytes: 1000}}, undefined],
	['one far behind after a rotation', {state: {type: 'draining', behindBytes: 5 * 1024 * 1024}}, 'app.log: rotated, reading the rest of the older file: 5 MB to go'],
	['one that is waited for', {state: {type: 'waiting', reason: 'waiting for app.log'}}, 'app.log: not there yet; read as soon as it appears'],
	['one that is polled', {state: {type: 'polling', reason: 'polling app.log: the machine has no inotify watch left (ENOSPC)'}}, 'app.log: polled: the machine has no inotify watch left (ENOSPC)'],
	['one that cannot be read', {state: {type: 'blind', reason: 'app.log cannot be read: permission denied (EACCES)'}}, 'app.log: cannot be read: permission denied (EACCES)'],
	['one with holes', {holes: 3}, 'app.log: 3 holes'],
	['one whose rotator may lose lines itself', {notices: [badge]}, `app.log: ${badge}`],
	['one with all of it', {state: {type: 'waiting', reason: 'waiting for app.log'}, holes: 1, notices: [badge]}, `app.log: not there yet; read as soon as it appears; 1 hole; ${badge}`],
] as const satisfies ReadonlyArray<readonly [string, Partial<SourceHealth>, string | undefined]>) {
	test(`on the status line: ${what}`, t => {
		t.is(standingSentence({...calm, ...source}), sentence);
	});
}

for (const [options, words] of [
	[{}, 'read as syslog, 97 % of it; times without a zone are UTC'],
	[{zone: 'Europe/Berlin', yearHint: 2025, clockOffsetMs: -95_000}, 'read as syslog, 97 % of it; times without a zone are Europe/Berlin, those without a year of 2025; -95s added to every time'],
	[{format: 'syslog'}, 'read as syslog as told, 97 % of it; times without a zone are UTC'],
] as const) {
	test(`on the page of the logs: ${words}`, t => {
		const source = {...calm, options, formats: [{format: 'syslog', lines: 97}], confidence: 0.97};
		const rows = entryLines({type: 'source', source}, 150, {isUnicode: true, hasColours: false}).map(spans => spans.map(({text}) => text).join('').trim());
		t.true(rows.includes(words), rows.join('\n'));
	});
}
