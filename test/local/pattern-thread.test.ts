import test from 'ava';
import {PatternThread} from '../../source/local/pattern-thread.ts';
import {onceWorked} from '../../source/local/thread-time.ts';

test('a pattern that runs for ever is stopped, and is not tried again', async t => {
	const thread = new PatternThread(100);
	t.teardown(async () => thread.close());
	const forEver = {pattern: '(a+)+$', flags: 'v', texts: [`${'a'.repeat(40)}b`], mostMatches: 1};
	t.is(await thread.match(forEver), 'too-long');
	t.is(await thread.match({...forEver, texts: ['a']}), 'too-long');
	t.deepEqual(await thread.match({...forEver, pattern: 'b'}), Uint32Array.of(0, 40, 41));
});

for (const [name, lookedAtMs, looks] of [
	['one that had to wait for a processor is given as long as it needs', [700, 700, 715, 729, 730], 5],
	['one that worked all the time is over at the first look', [700, 730], 2],
	['one that has ended is over', [10, undefined], 2],
	['one that had ended before is over at once', [undefined], 1],
] as const) {
	test(`what a thread may take is its own time: ${name}`, async t => {
		let asked = 0;
		const thread = {
			async cpuUsage() {
				const workedMs = lookedAtMs[asked++];
				if (workedMs === undefined) {
					throw new Error('the thread has ended');
				}

				return {user: workedMs * 1000, system: 0};
			},
		};
		await new Promise<void>(resolve => {
			onceWorked(thread, 30, resolve);
		});
		t.is(asked, looks);
	});
}
