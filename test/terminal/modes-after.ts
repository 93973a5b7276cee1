export type Modes = {readonly isAlternate: boolean; readonly isPasteBracketed: boolean; readonly isCursorShown: boolean; readonly isWrapping: boolean};

/** Modes as the program left them, read from all it sent. */
export function modesAfter(sent: string): Modes {
	const isOn = (mode: string, isOnAtFirst = false): boolean => {
		const switchedOn = sent.lastIndexOf(`\u{1B}[?${mode}h`);
		const switchedOff = sent.lastIndexOf(`\u{1B}[?${mode}l`);
		return switchedOn === switchedOff ? isOnAtFirst : switchedOn > switchedOff;
	};

	return {isAlternate: isOn('1049'), isPasteBracketed: isOn('2004'), isCursorShown: isOn('25', true), isWrapping: isOn('7', true)};
}

/** A terminal as every program finds it, and as each has to leave it. */
export const givenBack: Modes = {isAlternate: false, isPasteBracketed: false, isCursorShown: true, isWrapping: true};
