/**
Whether a pattern names a log, by its whole path or by the end of it, such as its short name. `*` stands for anything within the name of a folder or file,
`?` for one character of it.
*/
export function isSourceNamed(pattern: string, path: string): boolean {
	const wanted = pattern.split('/');
	const parts = path.split('/');
	const tail = parts.slice(-wanted.length);
	return tail.length === wanted.length && wanted.every((part, index) => isNameMatched(part, tail[index]!));
}

/** Backtracks to the last star only, so that no pattern takes long. */
function isNameMatched(pattern: string, name: string): boolean {
	let at = 0;
	let place = 0;
	let star = -1;
	let starPlace = 0;
	while (place < name.length) {
		if (pattern[at] === '*') {
			star = at++;
			starPlace = place;
		} else if (pattern[at] === '?' || pattern[at] === name[place]) {
			at++;
			place++;
		} else if (star >= 0) {
			at = star + 1;
			place = ++starPlace;
		} else {
			return false;
		}
	}

	return [...pattern.slice(at)].every(character => character === '*');
}
