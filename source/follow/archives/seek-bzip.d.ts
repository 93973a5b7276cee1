/* eslint-disable @typescript-eslint/naming-convention, unicorn/prefer-private-class-fields -- The library's own names. */
declare module 'seek-bzip' {
	export type ByteSource = {
		readByte(): number;
		read(into: Uint8Array, start: number, length: number): number;
	};

	/** Output the decoder writes to, byte by byte. */
	export type ByteSink = {writeByte(byte: number): void};

	/** The steps of the library's own `decode`. */
	export default class Bunzip {
		readonly reader: {read(bits: number): number};
		readonly streamCRC: number;
		constructor(input: ByteSource, output: ByteSink);
		/** Reads the next block in; false at the end of the stream. */
		_init_block(): boolean;
		/** Writes the block out and compares its checksum. */
		_read_bunzip(): number;
		_start_bunzip(input: ByteSource, output: ByteSink): void;
	}
}
