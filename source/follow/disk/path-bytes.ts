import {Buffer, isUtf8} from 'node:buffer';
import type {PathLike} from 'node:fs';

const longestCharacterBytes = 4;
const surrogateBase = 0xDC_00;

/** A file name may be any bytes. Those that are not UTF-8 travel as lone surrogates (PEP 383), as everywhere in the house. */
export function pathFrom(name: Uint8Array): string {
	if (isUtf8(name)) {
		return textOf(name);
	}

	let path = '';
	for (let at = 0; at < name.length;) {
		const length = characterBytes(name, at);
		path += length === 0 ? String.fromCharCode(surrogateBase + name[at]!) : textOf(name.subarray(at, at + length));
		at += Math.max(1, length);
	}

	return path;
}

/** The path to pass to the system; the exact inverse. */
export function bytesOf(path: string): PathLike {
	return path.isWellFormed() ? path : Buffer.concat(Array.from(path, character => bytesOfCharacter(character)));
}

function characterBytes(name: Uint8Array, at: number): number {
	for (let length = 1; length <= longestCharacterBytes; length++) {
		if (isUtf8(name.subarray(at, at + length))) {
			return length;
		}
	}

	return 0;
}

function bytesOfCharacter(character: string): Uint8Array {
	return character.isWellFormed() ? Buffer.from(character) : Buffer.from([character.charCodeAt(0) - surrogateBase]);
}

const textOf = (utf8: Uint8Array): string => Buffer.from(utf8).toString();
