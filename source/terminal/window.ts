import {isatty, WriteStream} from 'node:tty';
import type {Size} from './terminal.ts';

/** The size of the terminal behind `fd` now. */
export function windowSize(fd: number): Size {
	if (!isatty(fd)) {
		return usualSize;
	}

	// A stream of Node's asks for the size once, when it is made. Everything that is sent goes another way.
	const window = new WriteStream(fd);
	const {columns, rows} = window;
	window.destroy();
	return usableSize({columns, rows});
}

/** A serial line says 0x0; then the size is what terminals always had. */
export function usableSize(size: Size): Size {
	return size.columns > 0 && size.rows > 0 ? size : usualSize;
}

const usualSize: Size = {columns: 80, rows: 24};
