import path from 'node:path';
import * as v from 'valibot';
import type {SavedView} from '../query/built-in-views.ts';
import {parseQueryLine} from '../query/query-line.ts';
import {optionRows, type Given} from './options.ts';
import type {Reading} from './reading.ts';
import {firstTwice, readYaml} from './yaml-file.ts';
import {isZone} from './zone.ts';

/** The content of the config file: views, and options as if they had been given on the command line. */
export type Config = {readonly views: readonly SavedView[]; readonly given: Given};

/** Reads the text of the config file at `file`; paths in it are relative to its folder. */
export function parseConfig(file: string, text: string): Reading<Config> {
	const read = readYaml({name: file, text, schema: configSchema, holds});
	if ('trouble' in read) {
		return read;
	}

	const {views, columns, theme, zone, devices, formats} = read.value;
	const folder = path.dirname(file);
	return {value: {
		views: views.map(({name, query}) => ({name, line: query})),
		given: {
			...(columns && {columns: [columns.join(',')]}),
			...(theme && {theme: [theme]}),
			...(zone && {zone: [zone]}),
			...(devices && {devices: [path.resolve(folder, devices)]}),
			...(formats && {formats: [path.resolve(folder, formats)]}),
		},
	}};
}

const holds = 'a config file holds views, each with name and query, columns, theme, zone, devices and formats';

const filled = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));

/** Times in words are read when a view is used; here any time will do. */
const anyTime = () => ({value: 0});

const queryLine = v.pipe(
	v.string('must be a query line, as Y shows it'),
	v.rawCheck(({dataset, addIssue}) => {
		const parsed = dataset.typed ? parseQueryLine(dataset.value, anyTime) : undefined;
		if (parsed?.type === 'trouble') {
			addIssue({message: `column ${parsed.trouble.column + 1} of the query line: ${parsed.trouble.sentence}`});
		}
	}),
);

const viewSchema = v.strictObject({name: filled, query: queryLine});

const viewsSchema = v.pipe(
	v.array(viewSchema, 'must be a list of views'),
	v.rawCheck(({dataset, addIssue}) => {
		const twice = dataset.typed ? firstTwice(dataset.value.map(({name}) => name)) : undefined;
		if (twice !== undefined) {
			addIssue({message: `there are two views '${twice}'; give one of them another name`});
		}
	}),
);
const themeNames = optionRows.find(({name}) => name === 'theme')!.words!;
const themeSchema = v.picklist(themeNames, `must be one of ${themeNames.join(', ')}`);

const columnNames = optionRows.find(({name}) => name === 'columns')!.listedWords!;
const columnSchema = v.picklist(columnNames, `is not a column; there are ${columnNames.join(', ')}`);

const zoneSchema = v.pipe(filled, v.check(isZone, 'is not a zone; write it like UTC, +02:00 or Europe/Berlin'));

const configSchema = v.strictObject({
	// All views may be commented out while their heading stays.
	views: v.nullish(viewsSchema, []),
	columns: v.optional(v.array(columnSchema, 'must be a list of columns')),
	theme: v.optional(themeSchema),
	zone: v.optional(zoneSchema),
	devices: v.optional(filled),
	formats: v.optional(filled),
});
