import test from 'ava';
import {ChangeBell} from '../../source/local/change-bell.ts';

test('pulled often, the bell rings once at once and once for the rest', async t => {
	let rings = 0;
	const bell = new ChangeBell(1, () => {
		rings++;
	});
	bell.pull();
	bell.pull();
	bell.pull();
	await bell.next(Infinity, undefined);
	t.is(rings, 1);
	bell.pull();
	bell.pull();
	await bell.next(Infinity, undefined);
	t.is(rings, 2);
});

test('whoever waits for the bell can give up, by time or by signal', async t => {
	let rings = 0;
	const bell = new ChangeBell(1, () => {
		rings++;
	});
	const gaveUp = new AbortController();
	await bell.next(1, undefined);
	const waiting = bell.next(Infinity, gaveUp.signal);
	gaveUp.abort();
	await waiting;
	await bell.next(Infinity, gaveUp.signal);
	t.is(rings, 0);
});

test('a silenced bell does not ring for pulls of before', async t => {
	let rings = 0;
	const bell = new ChangeBell(0, () => {
		rings++;
	});
	bell.pull();
	bell.silence();
	await bell.next(5, undefined);
	t.is(rings, 0);
});
