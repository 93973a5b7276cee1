import fs from 'node:fs';
import {pathFrom} from '../follow/path-bytes.ts';

const replacement = '\u{FFFD}';

/** What Linux keeps of the command line, each word ended by a NUL (proc(5)). */
const commandLineFile = '/proc/self/cmdline';

/**
The words of a command line with every byte in them. Node reads them as UTF-8 and puts U+FFFD for what is none, and a file of such a name
would not be found; bytes that are not UTF-8 travel as everywhere in the house.
*/
export function exactWords(words: readonly string[], readCommandLine: () => Uint8Array = () => fs.readFileSync(commandLineFile)): readonly string[] {
	if (words.every(word => !word.includes(replacement))) {
		return words;
	}

	const all = wordsIn(readOrNothing(readCommandLine));
	const exact = all.slice(all.length - words.length);
	return exact.length === words.length ? exact : words;
}

function readOrNothing(read: () => Uint8Array): Uint8Array {
	try {
		return read();
	} catch {
		// No such file outside Linux: the words stay as Node gives them, and a name not found is said.
		return new Uint8Array(0);
	}
}

function wordsIn(bytes: Uint8Array): readonly string[] {
	const words: string[] = [];
	let start = 0;
	for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
		words.push(pathFrom(bytes.subarray(start, end)));
		start = end + 1;
	}

	return words;
}
