import test from 'ava';
import {Pace} from '../../source/terminal/pace.ts';

type Line = {
	readonly bytesPerSecond: number;
	readonly distanceMs: number;
	/** It carries nothing in that time. */
	readonly stands?: {readonly fromMs: number; readonly toMs: number};
	/** The terminal behind it is still starting and looks at nothing before. */
	readonly startsMs?: number;
};

/** Something is to be sent all the time, over a line that takes time for distance and for every byte. Says what waits in line in the end, and how much crossed. */
function simulate({bytesPerSecond, distanceMs, stands = {fromMs: 0, toMs: 0}, startsMs = 0}: Line, forMs = 20_000) {
	const pace = new Pace();
	pace.sent(4, 0);
	const answers = [{atMs: startsMs + distanceMs, sentMs: 0}];
	const waits: number[] = [];
	let lineFreeMs = 0;
	let sentBytes = 0;
	let questions = 1;
	for (let nowMs = 0; nowMs < forMs; nowMs++) {
		while (answers.length > 0 && answers[0]!.atMs <= nowMs) {
			const {atMs, sentMs} = answers.shift()!;
			waits.push(atMs - sentMs - distanceMs);
			pace.answered(atMs);
		}

		const bytes = Math.min(4000, pace.roomBytes(nowMs, {isForKey: false}));
		if (answers.length === 0 && !pace.isAsking(nowMs)) {
			break;
		}

		if (bytes === 0) {
			continue;
		}

		sentBytes += bytes;
		questions++;
		const beginMs = Math.max(lineFreeMs, nowMs);
		const endMs = beginMs + (bytes * 1000 / bytesPerSecond);
		lineFreeMs = beginMs < stands.toMs && endMs > stands.fromMs ? endMs + stands.toMs - Math.max(beginMs, stands.fromMs) : endMs;
		pace.sent(bytes, nowMs);
		answers.push({atMs: Math.max(startsMs, lineFreeMs) + distanceMs, sentMs: nowMs});
	}

	return {settledWaitMs: Math.max(...waits.slice(-10)), share: sentBytes * 1000 / forMs / bytesPerSecond, questions, isPaced: pace.isPaced, isCrawling: pace.isCrawling};
}

test('a quick line is asked at the start and never again', t => {
	const {questions, isPaced} = simulate({bytesPerSecond: 1_000_000, distanceMs: 1});
	t.true(questions < 5, `${questions} questions`);
	t.false(isPaced);
});

test('a quick line across the world is known as one', t => {
	t.false(simulate({bytesPerSecond: 1_000_000, distanceMs: 300}).isPaced);
});

for (const [name, line] of [
	['9600 baud', {bytesPerSecond: 960, distanceMs: 2}],
	['9600 baud, far away', {bytesPerSecond: 960, distanceMs: 250}],
	['2400 baud', {bytesPerSecond: 240, distanceMs: 2}],
	['2400 baud, far away', {bytesPerSecond: 240, distanceMs: 1000}],
	['115,200 baud, far away', {bytesPerSecond: 11_500, distanceMs: 500}],
	['115,200 baud', {bytesPerSecond: 11_500, distanceMs: 2}],
] as const satisfies ReadonlyArray<readonly [string, Line]>) {
	test(`at ${name} a key waits for little, and the line is kept busy`, t => {
		const {settledWaitMs, share} = simulate(line, 60_000);
		t.true(settledWaitMs <= Math.max(160, 140_000 / line.bytesPerSecond) + (line.distanceMs / 4), `${settledWaitMs} ms`);
		t.log(`${Math.round(settledWaitMs)} ms, ${share.toFixed(2)}`);
		t.true(share > 0.2, `${share} of the line`);
	});
}

for (const [name, line] of [
	['9600 baud', {bytesPerSecond: 960, distanceMs: 250}],
	['115,200 baud', {bytesPerSecond: 11_500, distanceMs: 500}],
] as const satisfies ReadonlyArray<readonly [string, Line]>) {
	test(`at ${name} a line that stood still for 12 s is as good as before`, t => {
		const {settledWaitMs, share} = simulate({...line, stands: {fromMs: 3000, toMs: 15_000}}, 60_000);
		// One answer of before may be on its way, for which nobody waits any more.
		t.true(settledWaitMs <= 400, `${settledWaitMs} ms`);
		t.true(share > 0.15, `${share} of the line`);
	});
}

for (const startsMs of [0, 400, 1500]) {
	test(`a slow line is not taken for a quick one because the terminal took ${startsMs} ms to start`, t => {
		for (const bytesPerSecond of [240, 960, 9600]) {
			t.true(simulate({bytesPerSecond, distanceMs: 150, startsMs}).isPaced, `${bytesPerSecond} bytes/s`);
		}
	});

	test(`a quick line is known as one though the terminal took ${startsMs} ms to start`, t => {
		for (const distanceMs of [0, 20, 300]) {
			t.false(simulate({bytesPerSecond: 1_000_000, distanceMs, startsMs}).isPaced, `${distanceMs} ms away`);
		}
	});
}

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

for (const [name, line, isCrawling] of [
	['9600 baud', {bytesPerSecond: 960, distanceMs: 2}, true],
	['9600 baud, far away', {bytesPerSecond: 960, distanceMs: 250}, true],
	['2400 baud', {bytesPerSecond: 240, distanceMs: 2}, true],
	['115,200 baud', {bytesPerSecond: 11_500, distanceMs: 2}, false],
	['a quick line across the world', {bytesPerSecond: 1_000_000, distanceMs: 300}, false],
] as const) {
	test(`${name} is ${isCrawling ? '' : 'not '}so slow that a person should know`, t => {
		t.is(simulate(line, 10_000).isCrawling, isCrawling);
	});
}

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
