import {Readable} from 'node:stream';
import xz from 'xz-decompress';

/** What the library's numbers mean (`enum xz_ret` of XZ Embedded, `xz.h`). */
const troubles = new Map([
	[3, 'there is not enough memory for it'],
	[4, 'it needs more memory than may be used'],
	[5, 'it is no xz archive'],
	[6, 'it was packed in a way that is not known here'],
	[7, 'its content is damaged'],
	[8, 'it ends in the middle'],
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
		throw troubles.has(number) ? new Error(troubles.get(number)) : error;
	}
}
