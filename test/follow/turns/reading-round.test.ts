import test from 'ava';
import type {FollowedSource} from '../../../source/follow/followed-source.ts';
import {ReadingRound} from '../../../source/follow/turns/reading-round.ts';
import {ManualClock} from '../stage/manual-clock.ts';

const slicesPerSource = 3;
const sourceCount = 40;

/** Sources with some slices each, of which every one takes a millisecond. */
function begun() {
	const clock = new ManualClock();
	const sources = Array.from({length: sourceCount}, (_, id) => sourceNamed(id));
	const left = new Map(sources.map(source => [source, slicesPerSource]));
	const read: FollowedSource[] = [];
	const round = new ReadingRound(clock, source => {
		clock.advance(1);
		read.push(source);
		left.set(source, left.get(source)! - 1);
		return left.get(source)! > 0 ? 'more' : 'idle';
	});
	return {clock, sources, read, round};
}

/** A round asks nothing of a source. */
const sourceNamed = (id: number): FollowedSource => Object.assign(Object.create(null) as FollowedSource, {id});

test('a round ends when its slice of time is used up, however many sources wait', t => {
	const {clock, sources, round} = begun();
	round.wake(sources);
	t.is(round.read(), 'more');
	t.true(clock.nowMs() < sourceCount);
});

test('every source is read once before any is read again, over as many rounds as it takes', t => {
	const {sources, read, round} = begun();
	round.wake(sources);
	while (round.read() === 'more') {
		// Others have their turn here.
	}

	const inTurns = Array.from({length: slicesPerSource}, () => sources).flat();
	t.is(read.length, inTurns.length);
	t.true(inTurns.every((source, index) => source === read[index]));
});

test('a source that nobody woke is not read', t => {
	const {sources, read, round} = begun();
	round.wake([sources[0]!]);
	while (round.read() === 'more') {
		// Others have their turn here.
	}

	t.true(read.every(source => source === sources[0]));
});
