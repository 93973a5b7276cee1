import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';

const nowMs = Date.parse('2026-03-05T10:00:00Z');
const {read, printQuery} = interpreterFor({nowMs: () => nowMs});

const sources = [{id: 0, path: foreignText('/var/log/auth.log'), name: foreignText('auth.log')}];
const micros = (iso: string) => Date.parse(iso) * 1000;
const live = {zone: 'UTC', newestMicros: micros('2026-03-05T09:59:59Z'), sources};
const archive = {zone: 'UTC', newestMicros: micros('2024-06-01T12:00:00Z'), sources};

for (const [text, moment, meant] of [
	['-1h', live, '2026-03-05T09:00:00Z'],
	['10:15', live, '2026-03-04T10:15:00Z'],
	['10:15', {...live, zone: '+02:00'}, '2026-03-05T08:15:00Z'],
	['-1h', archive, '2024-06-01T11:00:00Z'],
	['yesterday 14:00', archive, '2024-05-31T14:00:00Z'],
	['-1h', {zone: 'UTC', newestMicros: undefined, sources}, '2026-03-05T09:00:00Z'],
] as const) {
	test(`${text} in ${moment.zone}, the newest event at ${moment.newestMicros ?? 'no time'}, is ${meant}`, t => {
		t.deepEqual(read.time(text, moment), {type: 'time', micros: micros(meant)});
	});
}

test('what is no time says so, and where', t => {
	const reading = read.time('yesterday banana', live);
	t.like(reading, {type: 'trouble', trouble: {column: 10}});
});

test('a query line names sources by their short names, and times in words', t => {
	const reading = read.query('since=-1h source=auth.log', live);
	t.deepEqual(reading, {type: 'query', query: {sinceMicros: micros('2026-03-05T09:00:00Z'), facets: {source: {include: [foreignText('/var/log/auth.log')], exclude: []}}}});
	t.is(reading.type === 'query' ? printQuery(reading.query) : undefined, 'since=2026-03-05T09:00:00Z source=/var/log/auth.log');
});

test('a source that is not there is told where the line names it', t => {
	t.deepEqual(read.query('user=dana source=auth.lag', live), {type: 'trouble', trouble: {sentence: 'there is no source \'auth.lag\'; did you mean \'auth.log\'?', column: 10}});
});
