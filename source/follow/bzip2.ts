import {Buffer} from 'node:buffer';
import seekBzip from 'seek-bzip';

/**
Unpacks bzip2. The library decodes as a whole.

@yields The whole content.
*/
export async function * unpackBzip2(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield seekBzip.decode(Buffer.concat([...packed]), undefined, true);
}
