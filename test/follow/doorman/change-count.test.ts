import test from 'ava';
import {ChangeCount, type Certainty} from '../../../source/follow/doorman/change-count.ts';

type Step = 'told' | 'seen' | 'settled' | 'settled with a file' | 'settled with a file that has gone' | 'settled with two files' | 'settled in doubt';

/** What is certain, at each settling. */
function settle(count: ChangeCount, steps: readonly Step[]): Certainty[] {
	return steps.flatMap(step => {
		if (step === 'told' || step === 'seen') {
			count[step === 'told' ? 'tell' : 'see']();
			return [];
		}

		return [count.settle({isTrusted: step !== 'settled in doubt', files: filesOf(step), isNewestThere: () => step !== 'settled with a file that has gone'})];
	});
}

function filesOf(step: Step): number {
	return step === 'settled with two files' ? 2 : Number(step.startsWith('settled with a file'));
}

for (const [name, steps, certain] of [
	['one change told, and seen: a file renamed over another', ['told', 'seen', 'settled with a file'], ['direct']],
	['the name was seen absent, then led to a new file', ['told', 'seen', 'settled', 'told', 'seen', 'settled with a file'], ['direct', 'direct']],
	['two files in one round, each seen', ['told', 'seen', 'told', 'seen', 'settled with two files'], ['direct']],
	['two changes told, one seen: a file may have come and gone, unless the one before was renamed away', ['told', 'told', 'seen', 'settled with a file'], ['direct-if-renamed']],
	['two changes told, one seen, and the file that came has gone: that was the other', ['told', 'told', 'seen', 'settled with a file that has gone'], ['nothing']],
	['three changes told, one seen', ['told', 'told', 'told', 'seen', 'settled with a file'], ['nothing']],
	['three changes told, two files seen: nobody knows which of them came over an unseen one', ['told', 'seen', 'told', 'told', 'seen', 'settled with two files'], ['nothing']],
	['a change told that was not seen, and no file', ['told', 'settled', 'told', 'seen', 'settled with a file'], ['nothing', 'nothing']],
	['a change seen of which nothing was told', ['seen', 'settled with a file'], ['nothing']],
	['told of behind the back of the folder', ['told', 'seen', 'settled in doubt'], ['nothing']],
	['doubt on the way to a file stays', ['told', 'seen', 'settled in doubt', 'told', 'seen', 'settled with a file'], ['nothing', 'nothing']],
	['doubt stays through an exact absence, too', ['told', 'seen', 'settled in doubt', 'told', 'seen', 'settled', 'told', 'seen', 'settled with a file'], ['nothing', 'nothing', 'nothing']],
	['after a file that came certainly, the count is sound again', ['told', 'told', 'told', 'seen', 'settled with a file', 'told', 'seen', 'settled with a file', 'told', 'seen', 'settled with a file'], ['nothing', 'nothing', 'direct']],
	['what was missed before a file that still lies there is no doubt about what follows it', ['told', 'told', 'seen', 'settled with a file', 'told', 'seen', 'settled with a file'], ['direct-if-renamed', 'direct']],
] as const) {
	test(`changes of a name: ${name}`, t => {
		const count = new ChangeCount();
		count.begin();
		t.deepEqual(settle(count, steps), [...certain]);
	});
}

test('before everything is told, nothing is certain', t => {
	t.deepEqual(settle(new ChangeCount(), ['told', 'seen', 'settled with a file']), ['nothing']);
});
