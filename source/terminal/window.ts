import {isatty, WriteStream} from 'node:tty';
import type {Capabilities, Size} from './terminal.ts';

/** How much of the terminal behind `fd` may be drawn on now. */
export function windowSize(fd: number, {hasLastColumn}: Pick<Capabilities, 'hasLastColumn'>): Size {
	const size = isatty(fd) ? usableSize(sizeOf(fd)) : usualSize;
	return hasLastColumn ? size : {...size, columns: Math.max(1, size.columns - 1)};
}

function sizeOf(fd: number): Size {
	// A stream of Node's asks for the size once, when it is made. Everything that is sent goes another way.
	const window = new WriteStream(fd);
	const {columns, rows} = window;
	window.destroy();
	return {columns, rows};
}

/** A serial line says 0x0; then the size is what terminals always had. */
export function usableSize(size: Size): Size {
	return size.columns > 0 && size.rows > 0 ? size : usualSize;
}

const usualSize: Size = {columns: 80, rows: 24};
