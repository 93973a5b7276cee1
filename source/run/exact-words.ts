import fs from 'node:fs';
import {pathFrom} from '../follow/disk/path-bytes.ts';

const replacement = '\u{FFFD}';

/** The command line as Linux keeps it, each word ended by a NUL (proc(5)). */
const commandLineFile = '/proc/self/cmdline';

/**
The words of the command line with all their bytes. Node decodes them as UTF-8 and replaces anything else by U+FFFD, so a file with such a name would not be found;
here bytes that are not UTF-8 are kept as lone surrogates, as in all foreign text.
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
		// Outside Linux the words stay as Node gives them.
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
