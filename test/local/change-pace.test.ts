import test from 'ava';
import {ChangePace} from '../../source/local/change-pace.ts';

for (const [what, {rows, withinMs, hasCaughtUp}, quietMs] of [
	['a few lines are told of at once', {rows: 10, withinMs: 50, hasCaughtUp: true}, 50],
	['thousands after a long silence as well', {rows: 5000, withinMs: 60_000, hasCaughtUp: true}, 50],
	['lines that rush past are told of three times less often', {rows: 500, withinMs: 50, hasCaughtUp: true}, 150],
	['history that is read is, too', {rows: 10, withinMs: 50, hasCaughtUp: false}, 150],
] as const) {
	test(`changes: ${what}`, t => {
		const pace = new ChangePace();
		pace.tell(100, 1000);
		pace.tell(100 + rows, 1000 + withinMs);
		t.is(pace.quietMs(hasCaughtUp), quietMs);
	});
}

test('changes: what rushed past is over with the first quiet moment', t => {
	const pace = new ChangePace();
	pace.tell(0, 1000);
	pace.tell(1000, 1050);
	pace.tell(1001, 1200);
	t.is(pace.quietMs(true), 50);
});
