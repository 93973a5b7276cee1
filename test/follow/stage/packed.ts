/** What `pack` makes; undefined where its tool is not installed. */
export function packedOrUndefined(pack: () => Uint8Array): Uint8Array | undefined {
	try {
		return pack();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return undefined;
		}

		throw error;
	}
}
