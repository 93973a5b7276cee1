import {Buffer} from 'node:buffer';
import {crc32} from 'node:zlib';

/** Numbers from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const filler = 'login of user alice from 10.1.2.3 was accepted by the console; session opened; nothing else is known of it. '.repeat(3);

/** One numbered line that tells by itself whether it is whole. */
export function numberedLine(number: number, random: () => number): string {
	const text = `${String(number).padStart(10, '0')} ${filler.slice(0, 30 + Math.floor(random() * 120))}`;
	return `${text} ${checksum(text)}\n`;
}

/** The number of a whole line; undefined when the line is torn. */
export function numberOf(line: string): number | undefined {
	const space = line.lastIndexOf(' ');
	return space > 0 && line.slice(space + 1) === checksum(line.slice(0, space)) ? Number(line.slice(0, 10)) : undefined;
}

const checksum = (text: string): string => crc32(Buffer.from(text)).toString(16).padStart(8, '0');
