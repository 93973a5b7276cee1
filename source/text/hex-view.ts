/** One row of a hex view, all of it plain ASCII: `00000010`, `1b 5b 48 …`, `.[H`. */
export type HexRow = {readonly offset: string; readonly hex: string; readonly ascii: string};

/** Bytes as rows, laid out as by `hexdump -C`. `firstOffsetBytes` is the position of the bytes in their file. */
export function hexRows(bytes: Uint8Array, {firstOffsetBytes = 0, bytesPerRow = 16} = {}): HexRow[] {
	const rowCount = Math.ceil(bytes.length / bytesPerRow);
	return Array.from({length: rowCount}, (_, row) => {
		const start = row * bytesPerRow;
		return hexRow(bytes.subarray(start, start + bytesPerRow), firstOffsetBytes + start, bytesPerRow);
	});
}

function hexRow(bytes: Uint8Array, offsetBytes: number, bytesPerRow: number): HexRow {
	return {
		offset: offsetBytes.toString(16).padStart(8, '0'),
		hex: Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ').padEnd((bytesPerRow * 3) - 1),
		ascii: Array.from(bytes, byte => byte >= 0x20 && byte <= 0x7E ? String.fromCharCode(byte) : '.').join(''),
	};
}
