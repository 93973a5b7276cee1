import Bunzip from 'seek-bzip';

/** Unpacks bzip2. The library decodes as a whole; its output is handed on in the pieces it was written in. */
export async function * unpackBzip2(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield Bunzip.decode(Buffer.concat([...packed]), undefined, true);
}
