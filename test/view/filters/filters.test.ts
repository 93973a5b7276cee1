import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {chipsOf} from '../../../source/view/filters/chips.ts';
import {stanceOn, toggleSeverity, toggleUserOperations, toggleValue, withKeyword, withoutKeyword, withoutValue} from '../../../source/view/filters/filters.ts';
import type {Query} from '../../../source/query/query.ts';

const dana = foreignText('dana');
const support = foreignText('support');
const everything: Query = {facets: {}};

test('a value is included, excluded instead, and let go', t => {
	const included = toggleValue(everything, 'user', dana, 'include');
	const excluded = toggleValue(included, 'user', dana, 'exclude');
	t.deepEqual(included, {facets: {user: {include: [dana], exclude: []}}});
	t.deepEqual(excluded, {facets: {user: {include: [], exclude: [dana]}}});
	t.deepEqual(toggleValue(excluded, 'user', dana, 'exclude'), everything);
});

test('values of one field stand beside each other', t => {
	const both = toggleValue(toggleValue(everything, 'user', dana, 'include'), 'user', support, 'include');
	t.deepEqual(both.facets.user?.include, [dana, support]);
	t.deepEqual(withoutValue(both, 'user', dana).facets.user?.include, [support]);
});

test('the same severity again shows all', t => {
	const notices = toggleSeverity(everything, 'notice');
	t.deepEqual(notices, {facets: {}, severityAtLeast: 'notice'});
	t.deepEqual(toggleSeverity(notices, 'notice'), everything);
	t.deepEqual(toggleSeverity(notices, undefined), everything);
	t.deepEqual(toggleSeverity(notices, 'alert'), {facets: {}, severityAtLeast: 'alert'});
});

test('user operations have two meanings and are off by the same again', t => {
	t.is(toggleUserOperations(everything, 'exact').userOperations, 'exact');
	t.is(toggleUserOperations(toggleUserOperations(everything, 'exact'), 'human').userOperations, 'human');
	t.deepEqual(toggleUserOperations(toggleUserOperations(everything, 'exact'), 'exact'), everything);
});

test('keywords are added to those there are, each once, and taken away one by one', t => {
	t.deepEqual(withKeyword(everything, ' dana ').keywords, ['dana']);
	const both = withKeyword(withKeyword(everything, 'dana'), 'reset');
	t.deepEqual(withKeyword(both, 'dana').keywords, ['reset', 'dana']);
	t.deepEqual(withoutKeyword(both, 'dana').keywords, ['reset']);
	t.deepEqual(withoutKeyword(withKeyword(everything, 'dana'), 'dana'), everything);
});

type ValueStep = {readonly field: 'user' | 'action' | 'device'; readonly value: string; readonly stance: 'include' | 'exclude'};
type WordStep = 'alert' | 'notice' | 'exact' | 'human' | 'words';

const aValueStep: fc.Arbitrary<ValueStep> = fc.record({
	field: fc.constantFrom<Array<ValueStep['field']>>('user', 'action', 'device'),
	value: fc.constantFrom('a', 'b', ''),
	stance: fc.constantFrom<Array<ValueStep['stance']>>('include', 'exclude'),
});
const aWordStep = fc.constantFrom<WordStep[]>('alert', 'notice', 'exact', 'human', 'words');
const manySteps = fc.array(fc.oneof(aValueStep, aWordStep));

function queryAfter(steps: ReadonlyArray<ValueStep | WordStep>): Query {
	let query = everything;
	for (const step of steps) {
		query = typeof step === 'string' ? single(query, step) : toggleValue(query, step.field, foreignText(step.value), step.stance);
	}

	return query;
}

function single(query: Query, step: WordStep): Query {
	switch (step) {
		case 'alert':
		case 'notice': {
			return toggleSeverity(query, step);
		}

		case 'exact':
		case 'human': {
			return toggleUserOperations(query, step);
		}

		case 'words': {
			return withKeyword(query, step);
		}
	}
}

test('a query without chips hides nothing, and removing every chip leads there', t => {
	fc.assert(fc.property(manySteps, steps => {
		let query = queryAfter(steps);
		for (let chip = chipsOf(query, [])[0]; chip !== undefined; chip = chipsOf(query, [])[0]) {
			query = chip.removed(query);
		}

		t.deepEqual(query, everything);
	}));
});

test('a value is never included and excluded at once', t => {
	fc.assert(fc.property(manySteps, steps => {
		const {facets} = queryAfter(steps);
		for (const {include, exclude} of Object.values(facets)) {
			t.deepEqual(include.filter(value => exclude.includes(value)), []);
			t.true(include.length + exclude.length > 0);
		}
	}));
});

test('the stance is what was chosen last', t => {
	const query = toggleValue(toggleValue(everything, 'device', dana, 'include'), 'device', dana, 'exclude');
	t.is(stanceOn(query, 'device', dana), 'exclude');
	t.is(stanceOn(query, 'device', support), undefined);
});
