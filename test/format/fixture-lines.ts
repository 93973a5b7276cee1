import {readdirSync, readFileSync} from 'node:fs';

const folder = new URL('../fixtures/', import.meta.url);

/** The first lines of every fixture, one character a byte: most lines of a log are alike. */
export const fixtureLines = (linesKept: number): string[] => [...new Set(readdirSync(folder, {recursive: true, encoding: 'utf8'})
	.filter(path => path.includes('.') && !path.endsWith('.events.json'))
	.flatMap(path => readFileSync(new URL(path, folder), 'latin1').split('\n').slice(0, linesKept)))];
