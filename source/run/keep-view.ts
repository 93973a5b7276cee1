import {Buffer} from 'node:buffer';
import {mkdirSync, readFileSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {withView} from '../config/config-file.ts';
import type {Reading} from '../config/reading.ts';
import {openDestination} from '../export/destination.ts';
import type {SavedView} from '../query/built-in-views.ts';

/** Settings may name people and addresses: nobody else need read them. */
const folderMode = 0o700;

/** Writes a view into the config file, whole or not at all. Answers where it went. */
export async function keepView(file: string, view: SavedView): Promise<Reading<string>> {
	try {
		// Dotfiles are often links into a folder under version control: the link stays, its target changes.
		const target = targetOf(file);
		const text = withView(file, textOf(target), view);
		if ('trouble' in text) {
			return {trouble: `not saved: ${text.trouble}`};
		}

		mkdirSync(path.dirname(target), {recursive: true, mode: folderMode});
		await replaceFile(target, text.value);
		return {value: file};
	} catch (error) {
		return {trouble: `not saved: '${file}' cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`};
	}
}

const targetOf = (file: string): string => orWhenMissing(() => realpathSync(file), file);

const textOf = (file: string): string => orWhenMissing(() => readFileSync(file, 'utf8'), '');

function orWhenMissing(read: () => string, otherwise: string): string {
	try {
		return read();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return otherwise;
		}

		throw error;
	}
}

async function replaceFile(file: string, text: string): Promise<void> {
	const destination = await openDestination({path: file, mayReplace: true, token: String(process.pid)});
	try {
		await destination.write(Buffer.from(text));
		await destination.commit();
	} finally {
		destination.abandon();
	}
}
