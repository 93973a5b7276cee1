import test from 'ava';
import fc from 'fast-check';
import {parseSearch, type SearchTerm, termTexts} from '../../source/query/parse-search.ts';

const word = (text: string, isNegated = false): SearchTerm => ({type: 'word', text, isNegated});
const field = (name: string, value: string, {isWhole = false, isNegated = false} = {}): SearchTerm => ({type: 'field', name, value, isWhole, isNegated});
const ownField = (name: string, value: string, {isWhole = false, isNegated = false} = {}): SearchTerm => ({type: 'field', name, value, isWhole, isNegated, isOwn: true});

for (const [text, ...terms] of [
	[''],
	[' \t'],
	['failed login', word('failed'), word('login')],
	['"failed login"', word('failed login')],
	[String.raw`"say \"no\" \\"`, word(String.raw`say "no" \ `.trimEnd())],
	['-login', word('login', true)],
	['-"failed login"', word('failed login', true)],
	['- login', word('-'), word('login')],
	['user:dana', field('user', 'dana')],
	['-user:dana', field('user', 'dana', {isNegated: true})],
	['user:"dana s"', field('user', 'dana s')],
	['user:=dana', field('user', 'dana', {isWhole: true})],
	['user:=""', field('user', '', {isWhole: true})],
	['sourceAddress:10.0.0.1', field('sourceAddress', '10.0.0.1')],
	['device:10.2.1.0/24', {...field('device', '10.2.1.0/24'), isRange: true}],
	['-src:10.2.*.7', {...field('src', '10.2.*.7', {isNegated: true}), isRange: true}],
	['dst:fd00::/8', {...field('dst', 'fd00::/8'), isRange: true}],
	['device!=10.2.*', {...field('device', '10.2.*', {isWhole: true, isNegated: true}), isRange: true}],
	['device:="10.2.1.0/24"', field('device', '10.2.1.0/24', {isWhole: true})],
	['device:"10.2.1.0/24"', field('device', '10.2.1.0/24')],
	['pages:3/4', field('pages', '3/4')],
	['id.orig_h:10.2.*.7', {...field('id.orig_h', '10.2.*.7'), isRange: true}],
	['url:10.2.1.14/login', field('url', '10.2.1.14/login')],
	['message:10.2.*', field('message', '10.2.')],
	['-raw:10.2.1.0/24', field('raw', '10.2.1.0/24', {isNegated: true})],
	['device:00:1b:1b:*', field('device', '00:1b:1b:')],
	['10.2.1.0/24', word('10.2.1.0/24')],
	['12:30:05', word('12:30:05')],
	['https://10.0.0.1/x', word('https://10.0.0.1/x')],
	['/fail(ed|ure)/i', {type: 'regex', pattern: 'fail(ed|ure)', flags: 'i', isNegated: false}],
	['-/a b/', {type: 'regex', pattern: 'a b', flags: '', isNegated: true}],
	[String.raw`/a\/b/`, {type: 'regex', pattern: String.raw`a\/b`, flags: '', isNegated: false}],
	['/var/log/audit.log', word('/var/log/audit.log')],
	['/var/log/*.log', word('/var/log/*.log')],
	['"action":"deny"', ownField('action', 'deny')],
	['"user id": "7 x"', ownField('user id', '7 x')],
	[String.raw`-"a\"b":=c`, ownField('a"b', 'c', {isWhole: true, isNegated: true})],
	['"a phrase" :x', word('a phrase'), word(':x')],
] as ReadonlyArray<readonly [string, ...SearchTerm[]]>) {
	test(`search text: ${JSON.stringify(text)}`, t => {
		t.deepEqual(parseSearch(text), {type: 'terms', terms});
	});
}

// What people write who come from other searches.
for (const [text, ...terms] of [
	['user:bob AND action:login', field('user', 'bob'), field('action', 'login')],
	['failed && login', word('failed'), word('login')],
	['NOT user:x', field('user', 'x', {isNegated: true})],
	['a NOT -b', word('a'), word('b')],
	['user!=bob', field('user', 'bob', {isWhole: true, isNegated: true})],
	['-user!=bob', field('user', 'bob', {isWhole: true})],
	['a!=b', word('a!=b')],
	['user=bob', word('user=bob')],
	['*'],
	['fail*', word('fail')],
	['*fail*', word('fail')],
	['user:svc-*', field('user', 'svc-')],
	['user:*', field('user', '')],
	['-host:*', field('host', '', {isNegated: true})],
	['user:=*', field('user', '*', {isWhole: true})],
	['"*"', word('*')],
	['"AND"', word('AND')],
	['and or not', word('and'), word('or'), word('not')],
	['/x/gi', {type: 'regex', pattern: 'x', flags: 'i', isNegated: false}],
	['(uid=0)', word('(uid=0)')],
	['<14>', word('<14>')],
	['a->b', word('a->b')],
] as ReadonlyArray<readonly [string, ...SearchTerm[]]>) {
	test(`by habit: ${text}`, t => {
		t.deepEqual(parseSearch(text), {type: 'terms', terms});
	});
}

for (const [text, column, sentence] of [
	['bob OR eve', 4, /No OR .* \/bob\|eve\//v],
	['(bob || eve)', 5, /No OR/v],
	['login | stats count by user', 6, /No pipes .* S sums up/v],
	['dana since:-1h', 5, /since= in the line/v],
	['earliest=-1h', 0, /since= in the line/v],
	['timestamp>=2026-01-01', 0, /since= in the line/v],
	['severity>=high', 0, /severity=notice/v],
	['user>bob', 0, /user:=dana/v],
	['device:10.2.0.0/33', 7, /not a network: write it like 10\.2\.0\.0\/16/v],
	['src:fd00::/', 4, /not a network/v],
	['dana device!=10.2.0.0/33', 13, /not a network/v],
	['code:4*3', 0, /only at the end/v],
	['message:10.2.*.7', 0, /only at the end/v],
	['svc-*-01', 0, /\/svc\.\*01\//v],
	['NOT', 0, /NOT needs a word/v],
] as const) {
	test(`by habit, with the way out: ${text}`, t => {
		const read = parseSearch(text);
		t.is(read.type === 'trouble' ? read.trouble.column : undefined, column);
		t.regex(read.type === 'trouble' ? read.trouble.sentence : '', sentence);
	});
}

for (const [text, column, sentence] of [
	['login "never closed', 6, 'This quote is never closed'],
	['user:"never closed', 5, 'This quote is never closed'],
	['login user:', 11, 'The field needs a value right after the colon'],
	['user: dana', 5, 'The field needs a value right after the colon'],
	['x /(/', 2, 'Invalid regular expression: /(/: Unterminated group'],
] as const) {
	test(`trouble points at its column: ${text}`, t => {
		t.deepEqual(parseSearch(text), {type: 'trouble', trouble: {sentence, column}});
	});
}

const anyText = fc.string({unit: fc.constantFrom('a', 'B', '7', ' ', '"', '\\', ':', '=', '-', '/', '*', '|', '!', '\n', 'é', '\u{DC80}', 'AND', 'NOT')});
const someText = anyText.filter(text => text !== '');

test('a text is its terms one by one', t => {
	t.deepEqual(termTexts(' failed  AND -user:"dana s" /a b/ "x":1 * '), ['failed', '-user:"dana s"', '/a b/', '"x":1']);
	t.deepEqual(termTexts('never "closed'), ['never "closed']);
	fc.assert(fc.property(anyText, text => {
		const whole = parseSearch(text);
		const parts = termTexts(text).map(part => parseSearch(part));
		t.deepEqual(parts.flatMap(part => part.type === 'terms' ? part.terms : []), whole.type === 'terms' ? [...whole.terms] : []);
	}), {numRuns: 1000});
});

const twoHundredThousand = 200_000;

for (const [name, text, count] of [
	['no pattern is run while it is read, even one that would never end', String.raw`/(a?|b?){60}\b/`, 1],
	['terms are read in one pass, however many there are without a blank', 'a:"b"'.repeat(twoHundredThousand), twoHundredThousand],
	['any number of NOT before a word is read', `${'NOT '.repeat(twoHundredThousand)}x`, 1],
] as const) {
	test(name, t => {
		t.is(termTexts(text).length, count);
	});
}

test('NOT twice means nothing, and a term begins at its first NOT', t => {
	t.deepEqual(parseSearch('NOT NOT x'), {type: 'terms', terms: [word('x')]});
	t.deepEqual(termTexts('a NOT NOT b'), ['a', 'NOT NOT b']);
	t.like(parseSearch('NOT NOT '), {type: 'trouble', trouble: {column: 4}});
});

test('any text is read or its trouble is told at a place inside it', t => {
	fc.assert(fc.property(someText, text => {
		const read = parseSearch(text);
		const column = read.type === 'trouble' ? read.trouble.column : 0;
		t.true(column >= 0 && column <= text.length);
	}));
});
