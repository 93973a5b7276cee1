const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const gigabyte = 1024 * megabyte;
const terabyte = 1024 * gigabyte;

/** A size for people: `10 MB`, `64 kB`, `1.5 MB`, `1 TB`. */
export function inBytes(bytes: number): string {
	if (bytes < kilobyte) {
		return bytes === 1 ? '1 byte' : `${bytes} bytes`;
	}

	if (bytes < megabyte) {
		return `${Math.round(bytes / kilobyte)} kB`;
	}

	const [unit, name] = largeUnits.find(([least]) => bytes >= least)!;
	return `${Number((bytes / unit).toFixed(bytes < 10 * unit ? 1 : 0))} ${name}`;
}

const largeUnits = [[terabyte, 'TB'], [gigabyte, 'GB'], [megabyte, 'MB']] as const;
