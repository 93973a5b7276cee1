import test from 'ava';
import {actionCode, actions} from '../../source/domain/actions.ts';
import {categories, categoryCode} from '../../source/domain/category.ts';
import {results, resultCode} from '../../source/domain/result.ts';
import {severities, severityCode} from '../../source/domain/severity.ts';

test('the console audits eleven actions', t => {
	t.is(actions.filter(row => 'isAudited' in row).length, 11);
});

test('no two actions share a name, a title or a word', t => {
	const names = actions.flatMap(row => [...new Set([row.id, row.title, ...('words' in row ? row.words : [])].map(name => name.toLowerCase()))]);
	t.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
});

const widestTitle = 17;

test('a title fits the timeline\'s action column', t => {
	t.deepEqual(actions.filter(row => row.title.length > widestTitle).map(row => row.title), []);
});

test('codes are row numbers, so that a column can be read back through its table', t => {
	for (const [code, row] of actions.entries()) {
		t.is(actionCode(row.id), code);
	}

	t.deepEqual(severities.map(name => severityCode[name]), severities.map((_name, code) => code));
	t.deepEqual(categories.map(name => categoryCode[name]), categories.map((_name, code) => code));
	t.deepEqual(results.map(name => resultCode[name]), results.map((_name, code) => code));
});
