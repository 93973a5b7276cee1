import test from 'ava';
import {Pace} from '../../source/terminal/pace.ts';

/** A line that takes time for distance and for every byte: sends frames as often as the pace allows, and says how long the last answers took. */
function simulate({frameBytes, bytesPerSecond, distanceMs, frames = 60}: {readonly frameBytes: number; readonly bytesPerSecond: number; readonly distanceMs: number; readonly frames?: number}) {
	const pace = new Pace();
	pace.sent(4, 0);
	const answers = [{atMs: distanceMs, sentMs: 0}];
	const took: number[] = [];
	let lineFreeMs = 0;
	const lastSentMs = 0;
	for (let nowMs = 0, sent = 0; sent < frames; nowMs += 5) {
		while (answers.length > 0 && answers[0]!.atMs <= nowMs) {
			const {atMs, sentMs} = answers.shift()!;
			took.push(atMs - sentMs);
			pace.answered(atMs);
		}

		if (pace.isFull(nowMs)) {
			continue;
		}

		sent++;
		lineFreeMs = Math.max(lineFreeMs, nowMs) + (frameBytes * 1000 / bytesPerSecond);
		if (!pace.isAsking) {
			continue;
		}

		pace.sent(frameBytes, nowMs);
		answers.push({atMs: lineFreeMs + distanceMs, sentMs: nowMs});
	}

	return {settledMs: Math.max(...took.slice(-10)), answerCount: took.length, lastSentMs};
}

test('a quick line is asked at the start and never again', t => {
	t.is(simulate({frameBytes: 500, bytesPerSecond: 1_000_000, distanceMs: 1}).answerCount, 2);
});

test('at 9600 baud hardly more than one followed line is under way', t => {
	const frameMs = 200 / 0.96;
	t.true(simulate({frameBytes: 200, bytesPerSecond: 960, distanceMs: 0}).settledMs <= (2 * frameMs) + 10);
});

test('a far line is not taken for a narrow one', t => {
	const {lastSentMs} = simulate({frameBytes: 200, bytesPerSecond: 1_000_000, distanceMs: 300, frames: 300});
	// One update a turn, each waiting for its answer, would take 90 s.
	t.true(lastSentMs < 5000, `${lastSentMs} ms`);
});

test('an answer that was lost holds nothing up for ever', t => {
	const pace = new Pace();
	pace.sent(100, 0);
	pace.answered(500);
	for (let index = 0; index < 400; index++) {
		pace.sent(100, 1000);
	}

	t.true(pace.isFull(2000));
	t.false(pace.isFull(7000));
});

test('a terminal that never answers gets every update, is soon asked no more, and waited for only at first', t => {
	const pace = new Pace();
	for (const bytes of [4, 3000]) {
		t.true(pace.isAsking);
		pace.sent(bytes, 0);
		t.false(pace.isFull(10));
	}

	t.false(pace.isAsking);
	t.true(pace.answerDueMs(200) > 0);
	t.is(pace.answerDueMs(1000), 0);
	pace.forgetQuestions();
	t.false(pace.isAsking);
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
	t.true(pace.isAsking);
	pace.sent(500, 200);
	pace.answered(201);
	t.false(pace.isAsking);
});
