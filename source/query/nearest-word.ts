/** More edits than this make another word, not a typing mistake. */
const mostEdits = 3;

/** The word that was probably meant, ignoring letter case; undefined when none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
	const wanted = typed.toLowerCase();
	const near = words
		.map(word => ({word, edits: editsBetween(wanted, word.toLowerCase())}))
		.filter(({word, edits}) => edits <= Math.min(mostEdits, Math.floor(word.length / 2)))
		.toSorted((a, b) => a.edits - b.edits);
	return near[0]?.word ?? words.find(word => wanted !== '' && word.toLowerCase().startsWith(wanted));
}

/** How many names to list where none is similar: a site may have hundreds of groups or logs. */
const mostNamesTold = 6;

/** The way out for a name that does not exist: the one that was probably meant, or which there are. */
export function otherName(typed: string, names: readonly string[], mostTold = mostNamesTold): string {
	const near = nearestWord(typed, names);
	const more = names.length - mostTold;
	return near === undefined ? `there are ${names.slice(0, mostTold).join(', ')}${more > 0 ? ` and ${more} more` : ''}` : `did you mean '${near}'?`;
}

/** The number of insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
function editsBetween(from: string, to: string): number {
	let beforeLast: readonly number[] = [];
	let last = Array.from({length: to.length + 1}, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const isSame = from[row - 1] === to[column - 1];
			const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			current.push(Math.min(
				last[column]! + 1,
				current[column - 1]! + 1,
				last[column - 1]! + (isSame ? 0 : 1),
				isSwap ? beforeLast[column - 2]! + 1 : Infinity,
			));
		}

		beforeLast = last;
		last = current;
	}

	return last[to.length]!;
}
