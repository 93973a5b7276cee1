import {PassThrough} from 'node:stream';
import {kindOf} from '../text/code-points.ts';
import {tokenOf} from '../text/token.ts';
import type {TerminalInput} from './terminal.ts';

/**
The input for Ink's `render()`. It carries only what the open text box should get, so Ink never sees an incomplete sequence, a reply of the terminal or a command key.
*/
export class TypedInput extends PassThrough {
	/** Text that came together stays together; each editing key goes alone. */
	readonly #waiting: Array<{bytes: string; readonly isText: boolean}> = [];

	/** In object mode each key stays a chunk of its own; joined, Ink would take text and Backspace for one text. */
	constructor() {
		super({objectMode: true});
		Object.defineProperty(this, 'isTTY', {value: true});
	}

	#add(bytes: string, isText: boolean): void {
		const last = this.#waiting.at(-1);
		if (isText && last?.isText) {
			last.bytes += bytes;
			return;
		}

		this.#waiting.push({bytes, isText});
		if (this.#waiting.length === 1) {
			this.#passOneNextTurn();
		}
	}

	/** One per turn of the event loop: a text box that gets two before it is drawn again loses the first. */
	#passOne(): void {
		this.write(this.#waiting.shift()!.bytes);
		if (this.#waiting.length > 0) {
			this.#passOneNextTurn();
		}
	}

	#passOneNextTurn(): void {
		setImmediate(() => {
			this.#passOne();
		});
	}

	/** Something has yet to be passed on. */
	get isWaiting(): boolean {
		return this.#waiting.length > 0;
	}

	/** Raw mode is the terminal's business, not Ink's. */
	setRawMode(): this {
		return this;
	}

	/** The real input keeps the program alive. */
	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	/** Passes on text and the keys that edit it, and ignores all others. */
	type(input: TerminalInput): void {
		const text = input.type === 'paste' ? visibleText(input.text) : input.text;
		const bytes = text ?? (input.type === 'key' ? editingKeys[input.name] : undefined);
		if (bytes !== undefined && bytes !== '') {
			this.#add(bytes, text !== undefined);
		}
	}
}

const editingKeys: Readonly<Record<string, string>> = {
	backspace: '\u{7F}', enter: '\r', left: '\u{1B}[D', right: '\u{1B}[C', home: '\u{1B}[H', end: '\u{1B}[F', delete: '\u{1B}[3~',
};

/** A pasted line break must not act as Enter, nor any pasted byte as a key: what cannot be shown is spelled out. */
function visibleText(text: string): string {
	const characters = Array.from(text.trimEnd(), character => {
		const codePoint = character === '\t' ? 0x20 : character.codePointAt(0)!;
		return kindOf(codePoint) === 'hidden' ? tokenOf(codePoint) : String.fromCodePoint(codePoint);
	});
	return characters.join('');
}
