declare module 'seek-bzip' {
	/** Output the decoder writes to, byte by byte. */
	export type ByteSink = {writeByte(byte: number): void};

	const seekBzip: {
		decode(input: Uint8Array, output?: ByteSink, isMultistream?: boolean): Uint8Array;
	};
	export default seekBzip;
}
