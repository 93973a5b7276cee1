import test from 'ava';
import fc from 'fast-check';
import {actions} from '../../source/domain/actions.ts';
import {type Foreign, foreignText} from '../../source/domain/foreign.ts';
import {escape} from '../../source/text/escape.ts';
import {parseSearch, termTexts} from '../../source/query/parse-search.ts';
import {printQueryLine} from '../../source/query/print-query-line.ts';
import {everything, type FacetFilter, type Query} from '../../source/query/query.ts';
import {parseQueryLine} from '../../source/query/query-line.ts';

const values = (...texts: readonly string[]): Foreign[] => texts.map(text => foreignText(text));

const micros = (iso: string) => Date.parse(iso) * 1000;

const wholeQuery: Query = {
	sinceMicros: micros('2026-03-03T09:06:30Z'),
	untilMicros: micros('2026-03-03T09:07:31.250Z') + 125,
	severityAtLeast: 'notice',
	userOperations: 'exact',
	facets: {
		action: {include: values('password-reset', 'login'), exclude: []},
		user: {include: values('dana s', ''), exclude: values('svc\u{1B}[2J', String.raw`a"b\c`)},
	},
	keywords: ['failed', '-user:dana', String.raw`/\d+/`],
};

const wholeLine = String.raw`since=2026-03-03T09:06:30Z until=2026-03-03T09:07:31.250125Z severity=notice user-operations=exact action=password-reset action=login user="dana s" user="" user!="svc\x1b[2J" user!="a\"b\\c" text: failed -user:dana /\d+/`;

test('a query is one line, and the line is the query', t => {
	t.is(printQueryLine(wholeQuery), wholeLine);
	t.deepEqual(parseQueryLine(wholeLine), {type: 'query', query: wholeQuery});
});

test('an empty line hides nothing', t => {
	t.is(printQueryLine(everything), '');
	t.deepEqual(parseQueryLine('  '), {type: 'query', query: everything});
	t.deepEqual(parseQueryLine('text:'), {type: 'query', query: everything});
});

test('actions go by any of their names, words by any case', t => {
	t.deepEqual(parseQueryLine('action="Password reset" severity=ALERT'), {type: 'query', query: {severityAtLeast: 'alert', facets: {action: {include: values('password-reset'), exclude: []}}}});
});

test('times are read by whoever knows the clock', t => {
	t.deepEqual(parseQueryLine('since="an hour ago"', text => ({value: text.length})), {type: 'query', query: {sinceMicros: 11, facets: {}}});
});

for (const [line, same] of [
	['User=bob USER!=eve', 'user=bob user!=eve'],
	['user=bob AND action=login', 'user=bob action=login'],
	['severity>=notice', 'severity=notice'],
	['text: user:bob AND NOT x', 'text: user:bob NOT x'],
] as const) {
	test(`by habit: ${line}`, t => {
		t.deepEqual(parseQueryLine(line), parseQueryLine(same));
		t.is(parseQueryLine(line).type, 'query');
	});
}

const readFewTimes = (text: string) => ['yesterday 14:00', '-1h'].includes(text) ? {value: text.length} : {trouble: 'no time'};

test('a time of several words may do without quotes, up to the next filter', t => {
	const query = {sinceMicros: 15, untilMicros: 3, facets: {user: {include: values('bob'), exclude: []}}};
	t.deepEqual(parseQueryLine('since=yesterday 14:00 until=-1h user=bob', readFewTimes), {type: 'query', query});
	t.deepEqual(parseQueryLine('since="yesterday 14:00" until=-1h user=bob', readFewTimes), {type: 'query', query});
});

for (const [line, column, sentence] of [
	['dana', 0, /looks like user=dana/v],
	['user=dana colour=red', 10, /no filter colour; there are since, until/v],
	['user=dana severity=loud', 19, /severity is one of info, notice, alert/v],
	['severity!=alert', 10, /severity has no opposite/v],
	['action=dance', 7, /no action 'dance'/v],
	['action=none', 7, /no action 'none'/v],
	['result=none', 7, /no result 'none'; there are success, failure/v],
	['since=yesterday', 6, /not a time such as/v],
	['user="dana', 5, /never closed/v],
	['user= host=x', 5, /a value is missing/v],
	['user:dana', 4, /only text has a colon/v],
	['user=dana text: a "b', 18, /never closed/v],
	['user=bob OR user=eve', 9, /joined by or.* user=bob user=eve/v],
	['(user=bob)', 0, /joined by or/v],
	['user=bob | stats', 9, /no pipes/v],
	['-user=bob', 0, /user!=bob/v],
	['!user=bob', 0, /user!=bob/v],
	['NOT user=bob', 0, /user!=bob/v],
	['user = bob', 0, /no blanks around the sign/v],
	['user != bob', 0, /no blanks around the sign/v],
	['user==bob', 5, /one = is enough/v],
	['user=\'bob smith\'', 5, /quotes are double/v],
	['user=svc*', 5, /text: user:svc/v],
	['device=10.2*', 7, /text: user:svc/v],
	['device=00:1b:1b:*', 7, /text: user:svc/v],
	['host=10.2.*', 5, /text: user:svc/v],
	['device=10.2.0.0/33', 7, /no device '10\.2\.0\.0\/33'; a network is written like/v],
	['severity>notice', 0, /severity=notice/v],
	['severity >= notice', 0, /severity=notice/v],
	['timestamp>=2026-01-01', 0, /since= and until=/v],
	['bytes>100', 0, /not compared/v],
	['username=bob', 0, /did you mean user=/v],
	['usr=bob', 0, /did you mean user=/v],
	['src=10.0.0.1', 0, /did you mean device=/v],
	['event_type=X', 0, /did you mean type=/v],
	['grep=x', 0, /did you mean text:/v],
	['action=login,logout', 7, /action=login action=logout/v],
	['action=logn', 7, /did you mean 'login'/v],
	['text!=x', 6, /text: -word/v],
	['user=bob '.repeat(7282), 65_536, /65536 characters at most: .* group of devices/v],
] as const) {
	test(`line ${line.slice(0, 100)}: column ${column}`, t => {
		const read = parseQueryLine(line);
		t.is(read.type, 'trouble');
		t.is(read.type === 'trouble' ? read.trouble.column : undefined, column);
		t.regex(read.type === 'trouble' ? read.trouble.sentence : '', sentence);
	});
}

const awkward = ['a', 'B', '7', ' ', '"', '\\', ':', '=', '!', '-', '\n', 'é', '\u{301}', '\u{1B}', '\u{DC80}', '\u{202E}', '😀'];
const anyValue = fc.string({unit: fc.constantFrom(...awkward)}).map(text => foreignText(text));
const manyOf = (value: fc.Arbitrary<Foreign>) => fc.array(value, {maxLength: 3});
const filterOf = (value: fc.Arbitrary<Foreign>): fc.Arbitrary<FacetFilter> => fc.record({include: manyOf(value), exclude: manyOf(value)}).filter(({include, exclude}) => include.length + exclude.length > 0);
const actionIds = actions.flatMap(({id}) => id === 'none' ? [] : [foreignText(id)]);
const anyAction = fc.constantFrom(...actionIds);
const alert = fc.constant(foreignText('alert'));
const anyTime = fc.integer({min: 0, max: micros('2250-01-01T00:00:00Z')});
const isOneTerm = (text: string) => parseSearch(text).type === 'terms' && termTexts(text).length === 1 && termTexts(text)[0] === text;
const anySearch = fc.array(fc.oneof(anyValue, fc.constantFrom('dana', '/a', 'b/', String.raw`/\d+ /i`, '-"a b"', 'user:=x', '"odd \u{1B} name":="x"')).filter(text => isOneTerm(text)), {minLength: 1, maxLength: 3});

const anyQuery: fc.Arbitrary<Query> = fc.record({
	sinceMicros: anyTime,
	untilMicros: anyTime,
	severityAtLeast: fc.constantFrom('info', 'notice', 'alert'),
	userOperations: fc.constantFrom('exact', 'human'),
	facets: fc.record({user: filterOf(anyValue), device: filterOf(anyValue), source: filterOf(anyValue), action: filterOf(anyAction), category: filterOf(alert)}, {requiredKeys: []}),
	keywords: anySearch,
}, {requiredKeys: ['facets']});

test('any query survives being printed and read', t => {
	fc.assert(fc.property(anyQuery, query => {
		t.deepEqual(parseQueryLine(printQueryLine(query)), {type: 'query', query});
	}), {numRuns: 500});
});

test('a line shows every byte of what it asks for, and drives no terminal', t => {
	fc.assert(fc.property(anyQuery, query => {
		const line = printQueryLine(query);
		for (const part of line.split('\\')) {
			t.is<string, string>(escape(foreignText(part)), part);
		}
	}));
});

const pieces = fc.constantFrom('user', 'text', '=', '!=', ':', '"', '\\', ' ', 'x', 'since');
const anyLine = fc.string({unit: pieces});

test('whatever is typed, reading it gives a query or a column inside the line', t => {
	fc.assert(fc.property(anyLine, line => {
		const read = parseQueryLine(line);
		t.true(read.type === 'query' || (read.trouble.column >= 0 && read.trouble.column <= line.length));
	}));
});
