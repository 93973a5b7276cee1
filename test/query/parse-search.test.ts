import test from 'ava';
import fc from 'fast-check';
import {parseSearch, printSearch, searchFields, type SearchTerm} from '../../source/query/parse-search.ts';

const word = (text: string, isNegated = false): SearchTerm => ({type: 'word', text, isNegated});
const field = (name: string, value: string, {isWhole = false, isNegated = false} = {}): SearchTerm => ({type: 'field', name, value, isWhole, isNegated});

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
	['12:30:05', word('12:30:05')],
	['https://10.0.0.1/x', word('https://10.0.0.1/x')],
	['/fail(ed|ure)/i', {type: 'regex', pattern: 'fail(ed|ure)', flags: 'i', isNegated: false}],
	['-/a b/', {type: 'regex', pattern: 'a b', flags: '', isNegated: true}],
	[String.raw`/a\/b/`, {type: 'regex', pattern: String.raw`a\/b`, flags: '', isNegated: false}],
	['/var/log/audit.log', word('/var/log/audit.log')],
] as ReadonlyArray<readonly [string, ...SearchTerm[]]>) {
	test(`search text: ${JSON.stringify(text)}`, t => {
		t.deepEqual(parseSearch(text), {type: 'terms', terms});
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

const anyText = fc.string({unit: fc.constantFrom('a', 'B', '7', ' ', '"', '\\', ':', '=', '-', '/', '\n', 'é', '\u{DC80}')});
const someText = anyText.filter(text => text !== '');
const either = fc.boolean();
const term: fc.Arbitrary<SearchTerm> = fc.oneof(
	fc.record({type: fc.constant('word' as const), text: anyText, isNegated: either}),
	fc.record({type: fc.constant('field' as const), name: fc.constantFrom(...searchFields, 'correlationId', 'a.b-c'), value: anyText, isWhole: fc.boolean(), isNegated: either}),
	fc.record({type: fc.constant('regex' as const), pattern: fc.constantFrom('a', 'a b', String.raw`\/x`, '(a|b)+'), flags: fc.constantFrom('', 'i', 'is'), isNegated: either}),
);

test('printed terms read back as themselves', t => {
	fc.assert(fc.property(fc.array(term), terms => {
		t.deepEqual(parseSearch(printSearch(terms)), {type: 'terms', terms});
	}), {numRuns: 1000});
});

test('two words are printed so that they do not become an expression together', t => {
	t.is(printSearch([word('/a'), word('b/')]), '"/a" b/');
});

test('any text is read or its trouble is told at a place inside it', t => {
	fc.assert(fc.property(someText, text => {
		const read = parseSearch(text);
		const column = read.type === 'trouble' ? read.trouble.column : 0;
		t.true(column >= 0 && column <= text.length);
	}));
});
