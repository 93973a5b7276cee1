import type {ReadTime, Template} from './template.ts';

/**
Templates in the order in which a text is compared with them. Neighbours that begin alike fail alike: those that share with the one above what it broke
off within are passed over. Thus a long list costs little more than what its templates differ in.
*/
export class TemplateList {
	readonly #templates: readonly Template[];
	/** How many units each shares with the one above. */
	readonly #shared: Uint16Array;
	/** For each the next that shares fewer: where those above it are passed over, so are those between. */
	readonly #nextLess: Uint16Array;

	constructor(templates: readonly Template[]) {
		this.#templates = templates;
		this.#shared = Uint16Array.from(templates, (template, index) => index === 0 ? 0 : template.countShared(templates[index - 1]!));
		this.#nextLess = nextLess(this.#shared);
	}

	/** The number of the first template from `from` on that fits, -1 where none does. Hot. */
	next(from: number, bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}, readTime?: ReadTime): number {
		let index = from;
		while (index < this.#templates.length) {
			const template = this.#templates[index]!;
			if (template.match(bytes, start, end, readTime)) {
				return index;
			}

			index++;
			// Past the end nothing is shared.
			while (this.#shared[index]! > template.brokeAt) {
				index = this.#nextLess[index]!;
			}
		}

		return -1;
	}
}

/** For each number the place of the next one below it; behind the last where there is none. */
function nextLess(numbers: Uint16Array): Uint16Array {
	const next = new Uint16Array(numbers.length);
	for (let index = numbers.length - 1; index >= 0; index--) {
		let at = index + 1;
		while (at < numbers.length && numbers[at]! >= numbers[index]!) {
			at = next[at]!;
		}

		next[index] = at;
	}

	return next;
}
