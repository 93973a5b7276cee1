import {Readable} from 'node:stream';
import xz from 'xz-decompress';
import {endsEarly, damagedContent, noMemory, tooMuchMemory, unknownWay} from './damage-words.ts';

/** What the library's numbers mean (`enum xz_ret` of XZ Embedded, `xz.h`). */
const troubles = new Map([
	[3, noMemory],
	[4, tooMuchMemory],
	[5, 'it is no xz archive'],
	[6, unknownWay],
	[7, damagedContent],
	[8, endsEarly],
]);

/**
The content of an xz archive, also of several behind each other.

@yields Pieces of the content, in order. Throws where the archive is damaged.
*/
export async function * unpackXz(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const stream = Readable.toWeb(Readable.from(packed)) as ConstructorParameters<typeof xz.XzReadableStream>[0];
	try {
		yield * new xz.XzReadableStream(stream) as AsyncIterable<Uint8Array>;
	} catch (error) {
		const number = Number(/error code (?<number>\d+)/v.exec(String(error))?.groups?.number);
		throw Number.isNaN(number) ? error : new Error(troubles.get(number) ?? damagedContent);
	}
}
