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
