import test from 'ava';
import {pauseFor, type Pulse} from '../../../source/follow/turns/heartbeat.ts';

const nowMs = 1_000_000;
const calm: Pulse = {nowMs, sources: 1, lookMs: 0.01, rotatedAtMs: -Infinity, isHot: false, stirredAtMs: nowMs, isTold: () => true};

for (const [name, pulse, pauseMs] of [
	['a log that was written a moment ago is looked at four times a second', calm, 250],
	['one that has been quiet for long, in a folder that tells of changes, once a second', {...calm, stirredAtMs: nowMs - 10_000}, 1000],
	['one that has been quiet for a minute there, every five seconds', {...calm, stirredAtMs: nowMs - 60_000}, 5000],
	['one that has been quiet for ten minutes there, every half minute', {...calm, stirredAtMs: nowMs - 600_000}, 30_000],
	['one that has been quiet for long where nothing tells of changes, four times a second', {...calm, stirredAtMs: 0, isTold: () => false}, 250],
	['one that was rotated lately, twenty times', {...calm, rotatedAtMs: nowMs - 1000, stirredAtMs: 0}, 50],
	['thousands of logs, so often that the looks take a tenth of a processor', {...calm, sources: 5000}, 500],
	['thousands of logs on a slow disk as well', {...calm, sources: 5000, lookMs: 200}, 2000],
	['thousands of logs, after a look that was held up by others, as if each took a tenth of a millisecond', {...calm, sources: 5000, lookMs: 60_000}, 5000],
	['thousands of logs that have been quiet for a minute, so often that the looks take a hundredth', {...calm, sources: 30_000, lookMs: 1200, stirredAtMs: nowMs - 60_000}, 120_000],
	['one whose doorbell rang too often, a hundred times', {...calm, isHot: true}, 10],
	['one whose doorbell rang too often amid rotations, as often as the smallest files live', {...calm, isHot: true, rotatedAtMs: nowMs - 1000}, 4],
] as const satisfies ReadonlyArray<readonly [string, Pulse, number]>) {
	test(`heartbeat: ${name}`, t => {
		t.is(pauseFor(pulse), pauseMs);
	});
}
