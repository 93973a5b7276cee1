import type {ScreenInput} from './screen-terminal.ts';

export type KeyTaker = {
	/** Whether the input goes to the text box. */
	isText(input: ScreenInput): boolean;
	/** Settles once the text box has read it. */
	type(input: ScreenInput): Promise<void>;
	/** Settles at once, or when what the key acts on is there. */
	press(input: ScreenInput): Promise<void> | undefined;
};

/**
Passes inputs on in their order. Text delays what follows it: Ink's text box reads its keys a moment later, and an Enter that came in the same read as the text
before it must find that text in the box. All other keys of one read are pressed in the same tick.
*/
export function keyQueue({isText, type, press}: KeyTaker): (input: ScreenInput) => Promise<void> {
	const waiting: ScreenInput[] = [];
	let isBusy = false;
	const giveInTurn = async (): Promise<void> => {
		isBusy = true;
		try {
			for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
				if (isText(input)) {
					// eslint-disable-next-line no-await-in-loop -- keeping the order is the point
					await type(withLetters(input));
				} else {
					const pressed = press(input);
					if (pressed !== undefined) {
						// eslint-disable-next-line no-await-in-loop -- the next key comes after it
						await pressed;
					}
				}
			}
		} finally {
			// In the same tick as the last look at `waiting`, so that no input falls between the two.
			isBusy = false;
		}
	};

	/** Takes all letters that are waiting along with a letter: one by one each would cost a frame, and somebody who types ahead would wait for them all. */
	const withLetters = (first: ScreenInput): ScreenInput => {
		if (!isLetter(first)) {
			return first;
		}

		const others = waiting.findIndex(input => !isLetter(input) || !isText(input));
		const letters = waiting.splice(0, others === -1 ? waiting.length : others);
		return {...first, text: [first, ...letters].map(({text}) => text).join('')};
	};

	return async input => {
		waiting.push(input);
		if (!isBusy) {
			await giveInTurn();
		}
	};
}

const isLetter = (input: ScreenInput): boolean => input.type === 'key' && input.text !== undefined;
