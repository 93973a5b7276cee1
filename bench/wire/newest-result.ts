import {readdirSync, readFileSync} from 'node:fs';
import type {WireResult} from './table.ts';

const folder = 'bench/results';

/** The last run that was kept; dates of ISO 8601 sort as they stand. */
export function newestWireResult(): WireResult {
	const newest = readdirSync(folder).filter(name => name.startsWith('wire-')).toSorted().at(-1);
	if (newest === undefined) {
		throw new Error(`${folder} has no wire-*.json; bench/wire/wire.ts makes one`);
	}

	return JSON.parse(readFileSync(`${folder}/${newest}`, 'utf8')) as WireResult;
}
