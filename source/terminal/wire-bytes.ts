import {Buffer} from 'node:buffer';

/** How many bytes a text is by the time it crosses the line: the terminal driver sends a carriage return with every line feed (ONLCR). */
export function wireBytes(text: string): number {
	return Buffer.byteLength(text) + text.split('\n').length - 1;
}
