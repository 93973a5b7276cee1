import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import type {ExecutionContext} from 'ava';

const folder = new URL('../screens/', import.meta.url);

/** `npm run screens` writes the pictures anew; the difference is reviewed like code. */
const isWriting = process.env.LEDGERLINE_WRITE_SCREENS === '1';

/** Holds a picture against the one kept under that name. */
export function holdGolden(t: ExecutionContext, name: string, picture: readonly string[]): void {
	const file = new URL(`${name}.txt`, folder);
	const text = `${picture.map(row => row.trimEnd()).join('\n')}\n`;
	if (isWriting) {
		mkdirSync(folder, {recursive: true});
		writeFileSync(file, text);
	}

	t.true(existsSync(file), `no picture ${name}.txt: npm run screens writes it`);
	t.is(text, readFileSync(file, 'utf8'));
}
