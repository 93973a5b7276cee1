const seed = 0x81_1C_9D_C5;
const prime = 0x01_00_01_93;

/** 64 bits, as hexadecimal, that tell one record from others of the same moment: FNV-1a, forwards and backwards. It does not protect against forgery. */
export function recordDigest(bytes: Uint8Array): string {
	let forwards = seed;
	let backwards = seed;
	for (let at = 0; at < bytes.length; at++) {
		forwards = Math.imul(forwards ^ bytes[at]!, prime);
		backwards = Math.imul(backwards ^ bytes[bytes.length - 1 - at]!, prime);
	}

	return hex(forwards) + hex(backwards);
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
