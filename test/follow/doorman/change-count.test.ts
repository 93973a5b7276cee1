import test from 'ava';
import {ChangeCount} from '../../../source/follow/doorman/change-count.ts';

type Step = 'told' | 'seen' | 'settled' | 'settled with a file' | 'settled in doubt';

/** Whether nothing was missed, at each settling. */
function settle(count: ChangeCount, steps: readonly Step[]): boolean[] {
	return steps.flatMap(step => {
		if (step === 'told' || step === 'seen') {
			count[step === 'told' ? 'tell' : 'see']();
			return [];
		}

		return [count.settle(step !== 'settled in doubt', step === 'settled with a file')];
	});
}

for (const [name, steps, proven] of [
	['one change told, and seen: a file renamed over another', ['told', 'seen', 'settled with a file'], [true]],
	['the name was seen absent, then led to a new file', ['told', 'seen', 'settled', 'told', 'seen', 'settled with a file'], [true, true]],
	['two files in one round, each seen', ['told', 'seen', 'told', 'seen', 'settled with a file'], [true]],
	['two changes told, one seen: a file may have come and gone', ['told', 'told', 'seen', 'settled with a file'], [false]],
	['a change seen of which nothing was told', ['seen', 'settled with a file'], [false]],
	['told of behind the back of the folder', ['told', 'seen', 'settled in doubt'], [false]],
	['doubt on the way to a file stays', ['told', 'seen', 'settled in doubt', 'told', 'seen', 'settled with a file'], [false, false]],
	['doubt stays through an exact absence, too', ['told', 'seen', 'settled in doubt', 'told', 'seen', 'settled', 'told', 'seen', 'settled with a file'], [false, false, false]],
	['after a file that came certainly, the count is sound again', ['told', 'told', 'seen', 'settled with a file', 'told', 'seen', 'settled with a file', 'told', 'seen', 'settled with a file'], [false, false, true]],
] as const) {
	test(`changes of a name: ${name}`, t => {
		const count = new ChangeCount();
		count.begin();
		t.deepEqual(settle(count, steps), [...proven]);
	});
}

test('before everything is told, nothing is certain', t => {
	t.deepEqual(settle(new ChangeCount(), ['told', 'seen', 'settled with a file']), [false]);
});
