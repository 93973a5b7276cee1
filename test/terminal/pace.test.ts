import test from 'ava';
import {Pace} from '../../source/terminal/pace.ts';

for (const [name, {tookMs, busyMs, isPaced}] of [
	['carries 4 kB in 0.1 s is as fast as before', {tookMs: 100, busyMs: 0, isPaced: false}],
	['needs 2 s for 4 kB has become slow', {tookMs: 2000, busyMs: 0, isPaced: true}],
	['seems to need 2 s because the program was busy is as fast as before', {tookMs: 2000, busyMs: 1950, isPaced: false}],
] as const) {
	test(`a fast line is asked again after 4 kB: one that ${name}`, t => {
		const pace = fastPace();
		for (let bytes = 0; bytes < 4096; bytes += 256) {
			t.false(pace.isAsking(1000), `${bytes} bytes`);
			pace.sentUnasked(256);
		}

		t.true(pace.isAsking(1000));
		pace.sent(100, 1000, 0);
		t.false(pace.isAsking(1000));
		pace.answered(1000 + tookMs, busyMs);
		t.is(pace.isPaced, isPaced);
	});
}

test('a fast line whose answer was lost is asked again', t => {
	const pace = fastPace();
	pace.sentUnasked(5000);
	pace.sent(100, 1000);
	pace.sentUnasked(5000);
	t.false(pace.isAsking(2000));
	t.true(pace.isAsking(60_000));
});

/** It knows a line that carries as much as anybody wants. */
function fastPace(): Pace {
	const pace = new Pace();
	for (const [index, bytes] of [4, 16, 1000, 1000].entries()) {
		pace.sent(bytes, index * 10);
		pace.answered((index * 10) + 1);
	}

	return pace;
}

test('what answers a key may go beyond what is under way, once', t => {
	const pace = slowPace();
	for (let nowMs = 2000; pace.roomBytes(nowMs, {isForKey: false}) > 0;) {
		pace.sent(pace.roomBytes(nowMs, {isForKey: false}), nowMs);
	}

	t.is(pace.roomBytes(2000, {isForKey: false}), 0);
	const bytes = pace.roomBytes(2000, {isForKey: true});
	t.true(bytes > 0);
	pace.sent(bytes, 2000);
	t.is(pace.roomBytes(2000, {isForKey: true}), 0);
});

/** It knows a line that carries one byte in a millisecond. */
function slowPace(): Pace {
	const pace = new Pace();
	pace.sent(4, 0);
	pace.answered(4);
	for (let index = 0; index < 10; index++) {
		pace.sent(100, index * 100);
		pace.answered((index + 1) * 100);
	}

	return pace;
}

test('what follows the first picture waits until that has told how fast the line is, and then the newest is sent; what answers a key goes ahead', t => {
	const pace = new Pace();
	pace.sent(4, 0);
	pace.answered(300);
	pace.sent(600, 310);
	t.is(pace.roomBytes(320, {isForKey: false}), 0);
	t.true(pace.roomBytes(320, {isForKey: true}) > 0);
	pace.answered(1110);
	t.true(pace.isPaced);
	t.true(pace.roomBytes(1110, {isForKey: false}) > 0);
});

test('an answer that was lost holds nothing up for ever', t => {
	const pace = new Pace();
	pace.sent(100, 0);
	pace.answered(500);
	for (let index = 0; index < 400; index++) {
		pace.sent(100, 1000);
	}

	t.is(pace.roomBytes(2000, {isForKey: false}), 0);
	t.true(pace.roomBytes(7000, {isForKey: false}) > 0);
});

test('a terminal that never answers is waited for two seconds behind the first picture, then gets every update and is asked no more', t => {
	const pace = new Pace();
	for (const [bytes, roomBytes] of [[4, 1020], [16, 1004], [1000, 0]] as const) {
		t.true(pace.isAsking(0));
		pace.sent(bytes, 0);
		t.is(pace.roomBytes(10, {isForKey: false}), roomBytes);
	}

	t.false(pace.isAsking(0));
	t.is(pace.roomBytes(2000, {isForKey: false}), Infinity);
	t.true(pace.answerDueMs(200) > 0);
	t.is(pace.answerDueMs(1000), 0);
	pace.forgetQuestions();
	t.false(pace.isAsking(0));
});

test('a terminal that answered before is waited for as long as a slow line needs', t => {
	const pace = new Pace();
	pace.sent(4, 0);
	pace.answered(20);
	t.is(pace.answerDueMs(20), 0);
	pace.sent(2000, 30);
	t.true(pace.answerDueMs(2100) > 0);
	t.is(pace.answerDueMs(5030), 0);
});

test('a program that was slow itself while it started does not go on for ever as on a slow line', t => {
	const pace = new Pace();
	pace.sent(4, 0);
	pace.answered(150);
	t.true(pace.isAsking(0));
	pace.sent(500, 200);
	pace.answered(201);
	t.false(pace.isAsking(0));
});

test('what the program did itself before it looked for the answer is no delay of the line', t => {
	const pace = new Pace();
	pace.sent(4, 0, 0);
	pace.answered(300, 290);
	pace.sent(1500, 300, 290);
	pace.answered(700, 680);
	t.true(pace.isAsking(0));
	pace.sent(1500, 700, 680);
	pace.answered(703, 681);
	t.false(pace.isPaced);
});

test('a far line is not taken for a slow one because the program was busy while the first answer was on its way', t => {
	const pace = new Pace();
	pace.sent(4, 0, 0);
	pace.answered(300, 300);
	for (let index = 1; index < 5; index++) {
		pace.sent(1500, index * 1000, 300);
		pace.answered((index * 1000) + 300, 300);
	}

	t.false(pace.isPaced);
});

test('a busy program knows a slow line all the same', t => {
	const pace = new Pace();
	pace.sent(4, 0, 0);
	pace.answered(90, 80);
	pace.sent(1000, 100, 80);
	pace.answered(1140, 180);
	t.true(pace.isPaced);
});

test('a terminal that was stopped for a while is not taken for a very slow line', t => {
	const pace = new Pace();
	pace.sent(4, 0);
	pace.answered(2);
	pace.sent(1000, 10);
	pace.sent(500, 20);
	pace.answered(8000);
	pace.answered(8001);
	t.false(pace.isCrawling);
});
