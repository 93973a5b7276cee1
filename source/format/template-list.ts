import type {ReadTime, Template} from './template.ts';

/**
Templates in the order in which a text is compared with them. Neighbours that begin alike fail alike: those that share with the one above what it broke
off within are passed over. Thus a long list costs little more than what its templates differ in.
*/
export class TemplateList {
	readonly #templates: readonly Template[];
	/** How many units each shares with the one above. */
	readonly #shared: Uint16Array;

	constructor(templates: readonly Template[]) {
		this.#templates = templates;
		this.#shared = Uint16Array.from(templates, (template, index) => index === 0 ? 0 : template.countShared(templates[index - 1]!));
	}

	/** The number of the first template from `from` on that fits, -1 where none does. Hot. */
	next(from: number, bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}, readTime?: ReadTime): number {
		for (let index = from; index < this.#templates.length; index++) {
			const template = this.#templates[index]!;
			if (template.match(bytes, start, end, readTime)) {
				return index;
			}

			// Past the end nothing is shared.
			while (this.#shared[index + 1]! > template.brokeAt) {
				index++;
			}
		}

		return -1;
	}
}
