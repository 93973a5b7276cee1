import {Buffer} from 'node:buffer';
import {crc32} from 'node:zlib';

/** Numbers from a seed, the same on every machine: the "minimal standard" generator of Park and Miller. */
export function randomFrom(seed: number): () => number {
	let state = (seed % 2_147_483_646) + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
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
