import {PassThrough} from 'node:stream';
import {kindOf} from '../text/code-points.ts';
import {tokenOf} from '../text/token.ts';
import type {TerminalInput} from './terminal.ts';

/**
An input for Ink's `render()`. The real one belongs to the key decoder; here comes only what the focused text box is to get,
so Ink never meets a half sequence, a reply of the terminal, or a command key.
*/
export class TypedInput extends PassThrough {
	/** Text that came together goes together; each editing key goes alone. */
	readonly #waiting: Array<{bytes: string; readonly isText: boolean}> = [];

	/** In object mode each key stays a chunk of its own; glued together, Ink would take text and Backspace for one text. */
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

	/** One in each turn: a text box that gets two before it is drawn again forgets the first. */
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

	/** Something is still to be passed on. */
	get isWaiting(): boolean {
		return this.#waiting.length > 0;
	}

	/** Raw mode is ours, not Ink's. */
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

	/** Passes on text and the keys that edit it; anything else is no business of a text box. */
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

/** A pasted line break must not submit, and no pasted byte may act as a key: what has no picture is spelled out. */
function visibleText(text: string): string {
	const characters = Array.from(text.trimEnd(), character => {
		const codePoint = character === '\t' ? 0x20 : character.codePointAt(0)!;
		return kindOf(codePoint) === 'hidden' ? tokenOf(codePoint) : String.fromCodePoint(codePoint);
	});
	return characters.join('');
}
