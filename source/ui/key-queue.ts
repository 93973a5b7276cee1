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
export function keyQueue(taker: KeyTaker): (input: ScreenInput) => Promise<void> {
	const waiting: ScreenInput[] = [];
	let isBusy = false;
	return async input => {
		waiting.push(input);
		if (isBusy) {
			return;
		}

		isBusy = true;
		try {
			await giveInTurn(waiting, taker);
		} finally {
			isBusy = false;
		}
	};
}

async function giveInTurn(waiting: ScreenInput[], taker: KeyTaker): Promise<void> {
	for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
		if (taker.isText(input)) {
			// eslint-disable-next-line no-await-in-loop -- keeping the order is the point
			await taker.type(input);
		} else {
			taker.press(input);
		}
	}
}
