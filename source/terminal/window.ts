import {isatty, WriteStream} from 'node:tty';
import type {Capabilities, Size} from './terminal.ts';

/** The part of the terminal behind `fd` that may be drawn on. */
export function windowSize(fd: number, {hasLastColumn}: Pick<Capabilities, 'hasLastColumn'>): Size {
	const size = isatty(fd) ? usableSize(sizeOf(fd)) : usualSize;
	return hasLastColumn ? size : {...size, columns: Math.max(1, size.columns - 1)};
}

function sizeOf(fd: number): Size {
	// Node's stream asks for the size once, when it is made; it is used for nothing else.
	const window = new WriteStream(fd);
	const {columns, rows} = window;
	window.destroy();
	return {columns, rows};
}

/** The size, or 80x24 where a serial line reports 0x0. */
export function usableSize(size: Size): Size {
	return size.columns > 0 && size.rows > 0 ? size : usualSize;
}

const usualSize: Size = {columns: 80, rows: 24};
