import {Buffer} from 'node:buffer';
import {mkdirSync, readFileSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {withViewsChanged} from '../config/edit-views.ts';
import type {Reading} from '../config/reading.ts';
import {openDestination} from '../export/destination.ts';
import {diskTrouble} from '../export/disk-trouble.ts';
import type {ViewChange} from '../query/view-change.ts';

/** Settings may name people and addresses, so nobody else may read them. */
const folderMode = 0o700;

/** Changes the views in the config file, or leaves it as it is. Returns its path. */
export async function changeViews(file: string, change: ViewChange): Promise<Reading<string>> {
	try {
		// Config files are often links into a folder under version control: the link stays and its target changes.
		const target = targetOf(file);
		const text = withViewsChanged(file, textOf(target), change);
		if ('trouble' in text) {
			return {trouble: `nothing was changed: ${text.trouble}`};
		}

		mkdirSync(path.dirname(target), {recursive: true, mode: folderMode});
		await replaceFile(target, text.value);
		return {value: file};
	} catch (error) {
		return {trouble: `nothing was changed: ${diskTrouble(error, file)}`};
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
