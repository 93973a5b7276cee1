import {Buffer} from 'node:buffer';
import seekBzip from 'seek-bzip';

/** The whole content of a bzip2 archive. Throws where it is damaged. */
export function unpackBzip2Whole(packed: Uint8Array): Uint8Array {
	return seekBzip.decode(Buffer.from(packed), undefined, true);
}

/**
As above, for the line of archives that are unpacked piece by piece. The library decodes as a whole.

@yields The whole content.
*/
export async function * unpackBzip2(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield unpackBzip2Whole(Buffer.concat([...packed]));
}
