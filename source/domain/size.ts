const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A size for people: `10 MB`, `64 kB`, `1.5 MB`. */
export function inBytes(bytes: number): string {
	if (bytes < kilobyte) {
		return bytes === 1 ? '1 byte' : `${bytes} bytes`;
	}

	return bytes < megabyte ? `${Math.round(bytes / kilobyte)} kB` : `${Number((bytes / megabyte).toFixed(bytes < 10 * megabyte ? 1 : 0))} MB`;
}
