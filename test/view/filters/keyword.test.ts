import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {parseSearch, searchFields, termTexts} from '../../../source/query/parse-search.ts';
import {keyword, ownKeyword} from '../../../source/view/filters/keyword.ts';

const hostile = ['a', 'B', '7', ' ', '"', '\\', ':', '=', '!', '-', '/', '*', ',', '|', '(', '.', '\n', '\t', 'é', '\u{301}', '\u{1B}', '\u{0}', '\u{DC80}', '\u{202E}', '😀', 'AND', 'OR', 'NOT', 'user:'];
const anyText = fc.string({unit: fc.constantFrom(...hostile)});
const anyName = fc.oneof(anyText, fc.constantFrom(...searchFields));
const stances = fc.constantFrom('include' as const, 'exclude' as const);

test('whatever a field of a record is called and holds, its keyword asks for just that', t => {
	fc.assert(fc.property(anyName, anyText, stances, (name, value, stance) => {
		const text = ownKeyword(name, foreignText(value), stance);
		const read = parseSearch(text);
		t.deepEqual(termTexts(text), [text]);
		t.like(read, {type: 'terms', terms: [{type: 'field', name, value, isWhole: true, isNegated: stance === 'exclude'}]});
	}), {numRuns: 1000});
});

test('a column is asked for by its name alone, a field that has the name of one in quotes', t => {
	t.is(keyword('device', foreignText('plc 7')), 'device:="plc 7"');
	t.is(ownKeyword('device', foreignText('plc 7')), '"device":="plc 7"');
	t.is(ownKeyword('ruleId', foreignText('7'), 'exclude'), '-ruleId:="7"');
});
