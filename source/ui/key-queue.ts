import type {ScreenInput} from './screen-terminal.ts';

export type KeyTaker = {
	/** True for what the text box is to read. */
	isText(input: ScreenInput): boolean;
	/** Settles when the text box has read it. */
	type(input: ScreenInput): Promise<void>;
	press(input: ScreenInput): void;
};

/**
Gives on inputs in the order they came. Text holds up what is behind it: Ink's text box reads its keys a moment later,
and Enter, typed in one read with the text before it, must find that text there. All other keys of one read are pressed in one tick.
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
					press(input);
				}
			}
		} finally {
			// In the same tick as the last look at what waits: an input that comes later begins anew.
			isBusy = false;
		}
	};

	/** Letters that have come meanwhile go with a letter: each by itself would cost a picture, and whoever types ahead would wait for all of them. */
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
