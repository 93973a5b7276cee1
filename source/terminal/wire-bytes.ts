import {Buffer} from 'node:buffer';

/** How many bytes a text takes on the wire: the terminal driver adds a carriage return to every line feed (ONLCR). */
export function wireBytes(text: string): number {
	let lineFeeds = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		lineFeeds++;
	}

	return Buffer.byteLength(text) + lineFeeds;
}
