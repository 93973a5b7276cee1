import test from 'ava';
import {ChangeBell} from '../../source/local/change-bell.ts';

test('pulled often, the bell rings once at once and once for the rest', async t => {
	let rings = 0;
	const bell = new ChangeBell(() => {
		rings++;
	});
	bell.pull(1);
	bell.pull(1);
	bell.pull(1);
	await bell.next(Infinity, undefined);
	t.is(rings, 1);
	bell.pull(1);
	bell.pull(1);
	await bell.next(Infinity, undefined);
	t.is(rings, 2);
});

test('whoever waits for the bell can give up, by time or by signal', async t => {
	let rings = 0;
	const bell = new ChangeBell(() => {
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
	const bell = new ChangeBell(() => {
		rings++;
	});
	bell.pull(1);
	bell.silence();
	await bell.next(5, undefined);
	t.is(rings, 0);
});

test('the last pull rings soon though the one before it had time', async t => {
	let rings = 0;
	const bell = new ChangeBell(() => {
		rings++;
	});
	const longMs = 1e6;
	bell.pull(longMs);
	await bell.next(Infinity, undefined);
	bell.pull(longMs);
	bell.pull(1);
	bell.pull(longMs);
	await bell.next(Infinity, undefined);
	t.is(rings, 2);
});
