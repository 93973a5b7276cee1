import type {ReadTime, Template} from './template.ts';

/**
Templates in the order in which a text is compared with them. Those that begin alike fail alike: where one of them broke off within what it shares with
another, the other is not tried. Thus a long list costs little more than what its templates differ in.
*/
export class TemplateList {
	readonly #templates: readonly Template[];
	/** For each the one above with which it shares the most, and how many units that is. */
	readonly #likes: readonly Like[];
	/** At which unit each broke off in the text at hand. */
	readonly #brokeAt: Int32Array;

	constructor(templates: readonly Template[]) {
		this.#templates = templates;
		this.#likes = templates.map((template, index) => likestOf(template, templates.slice(0, index)));
		this.#brokeAt = new Int32Array(templates.length);
	}

	/** The number of the first template from `from` on that fits, -1 where none does. Of each text the first ones are asked for first. Hot. */
	next(from: number, bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}, readTime?: ReadTime): number {
		for (let index = from; index < this.#templates.length; index++) {
			const {above, shared} = this.#likes[index]!;
			if (above >= 0 && this.#brokeAt[above]! < shared) {
				this.#brokeAt[index] = this.#brokeAt[above]!;
				continue;
			}

			const template = this.#templates[index]!;
			const isFit = template.match(bytes, start, end, readTime);
			this.#brokeAt[index] = template.brokeAt;
			if (isFit) {
				return index;
			}
		}

		return -1;
	}
}

type Like = {readonly above: number; readonly shared: number};

function likestOf({units}: Template, above: readonly Template[]): Like {
	let likest: Like = {above: -1, shared: 0};
	for (const [index, other] of above.entries()) {
		const shared = countShared(units, other.units);
		likest = shared > likest.shared ? {above: index, shared} : likest;
	}

	return likest;
}

function countShared(units: readonly string[], others: readonly string[]): number {
	const first = units.findIndex((unit, index) => unit !== others[index]);
	return first === -1 ? units.length : first;
}
