import test from 'ava';
import {ReadingHold} from '../../source/local/reading-hold.ts';

function told() {
	const words: string[] = [];
	const hold = new ReadingHold({
		pause() {
			words.push('pause');
		},
		resume() {
			words.push('resume');
		},
	});
	return {words, hold};
}

test('reading goes on when the last who held it lets go', t => {
	const {words, hold} = told();
	const first = hold.hold();
	const second = hold.hold();
	first();
	first();
	t.false(words.includes('resume'));
	second();
	t.is(words.at(-1), 'resume');
});

test('a switch told the same twice holds once', t => {
	const {words, hold} = told();
	const mayRead = hold.openSwitch();
	mayRead(true);
	mayRead(false);
	mayRead(false);
	mayRead(true);
	t.deepEqual(words, ['pause', 'resume']);
});
