import test from 'ava';
import {searchRule} from '../../source/query/case-rule.ts';
import {parseSearch} from '../../source/query/parse-search.ts';

for (const [search, isExact, hasPattern] of [
	['failed login', false, false],
	['failed Login', true, false],
	['user:dana', false, false],
	['user:Dana', true, false],
	['-"Login"', true, false],
	['/fail/', true, true],
	['/Fail/i', false, true],
	['/fail/i Login', true, true],
	['ñandú 10.2.1.14', false, false],
	['Ñandú', true, false],
] as const) {
	test(`how ${search} is read: ${isExact ? 'capitals count' : 'any case'}${hasPattern ? ', with an expression' : ''}`, t => {
		const parsed = parseSearch(search);
		t.deepEqual(parsed.type === 'terms' && searchRule(parsed.terms), {isExact, hasPattern});
	});
}

for (const [search, slip] of [
	['usre:r.lind', {typed: 'usre', meant: 'user'}],
	['login -Username:=eve', {typed: 'Username', meant: 'user'}],
	['user:eve hots:plc-7', {typed: 'hots', meant: 'host'}],
	['User:eve src:10.2.1.14 ip:10.2.1.14', undefined],
	['"usre":r.lind', undefined],
	['alertId:40999', undefined],
	['from:10:15', undefined],
] as const) {
	test(`in ${search} ${slip === undefined ? 'no field is taken for another' : `${slip.meant} was perhaps meant`}`, t => {
		const parsed = parseSearch(search);
		t.deepEqual(parsed.type === 'terms' && searchRule(parsed.terms).slip, slip);
	});
}
