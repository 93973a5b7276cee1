/**
Whether a pattern names the log: its whole path, or the end of it from some folder on, as its short name is. `*` stands for anything within one
folder's or file's name, `?` for one character of it.
*/
export function isSourceNamed(pattern: string, path: string): boolean {
	const wanted = pattern.split('/');
	const parts = path.split('/');
	const tail = parts.slice(-wanted.length);
	return tail.length === wanted.length && wanted.every((part, index) => isNameMatched(part, tail[index]!));
}

/** Goes back to the last star only, so that no pattern takes long. */
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
