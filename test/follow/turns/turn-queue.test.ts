import test from 'ava';
import fc from 'fast-check';
import {TurnQueue} from '../../../source/follow/turns/turn-queue.ts';

const taken = 'take' as const;
const added = fc.array(fc.nat(9), {maxLength: 5});
const anyStep = fc.oneof(fc.constant(taken), added);

test('each waits once and is served in the order in which they came, whatever comes and is taken between', t => {
	fc.assert(fc.property(fc.array(anyStep), steps => {
		const queue = new TurnQueue<number>();
		const twin = new Set<number>();
		for (const step of steps) {
			if (step !== taken) {
				queue.add(step);
				for (const item of step) {
					twin.add(item);
				}

				continue;
			}

			const [first] = twin;
			t.is(queue.take(), first);
			twin.delete(first!);
		}

		t.is(queue.size, twin.size);
	}));
});
