import {jsonPaths} from '../json/json-lookup.ts';
import type {DefinedJson} from './lnav-json-reader.ts';
import {fieldsNamed, levelsOf, timesOf, type Definition} from './lnav-definition.ts';

/** What of a definition says where in an object something lies: objects inside objects are parted by slashes. */
const pathOf = (field: string): string => field.split('/').filter(name => name !== '').join(' > ');

const nameOf = (field: string): string => field.split('/').filter(name => name !== '').join('.');

/** Nanoseconds of the units that https://docs.lnav.org/en/latest/formats.html names. */
const nanosOfUnit: ReadonlyMap<string, number> = new Map([['milli', 1e6], ['micro', 1e3], ['nano', 1]]);

/** The format of JSON objects that a definition describes; adds to `leftOut` what it does without. */
export function definedJson(name: string, definition: Definition, leftOut: string[]): DefinedJson {
	const {'timestamp-field': time, 'level-field': level, 'body-field': body, 'subsecond-field': subsecond, 'subsecond-units': units = 'milli'} = definition;
	if (!nanosOfUnit.has(units)) {
		leftOut.push(`'subsecond-units' "${units}"`);
	}

	return {
		name,
		title: definition.title ?? name,
		paths: {
			time: jsonPaths(pathOf(time)),
			subsecond: subsecond === undefined || !nanosOfUnit.has(units) ? jsonPaths() : jsonPaths(pathOf(subsecond)),
			level: jsonPaths(pathOf(level)),
			body: jsonPaths(pathOf(body)),
		},
		subsecondNanos: nanosOfUnit.get(units) ?? 0,
		names: {level: nameOf(level), body: nameOf(body)},
		times: timesOf(definition, leftOut),
		levels: levelsOf(definition, leftOut),
		fieldNames: new Map([...fieldsNamed(definition)].map(([own, ours]) => [nameOf(own), ours])),
	};
}

/** The members of an object that is of such a format: the first names on the ways to its time and, where the definition says which it is, to its text. */
export const membersOf = (definition: Definition, isBodyNamed: boolean): readonly string[] =>
	[definition['timestamp-field'], ...isBodyNamed ? [definition['body-field']] : []].map(field => pathOf(field).split(' > ', 1)[0]!);
