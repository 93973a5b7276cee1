import {jsonPaths} from '../json/json-lookup.ts';
import type {DefinedJson} from './lnav-json-reader.ts';
import {fieldsNamed, levelsOf, timesOf, titleOf, type JsonDefinition} from './lnav-definition.ts';

/** What of a definition says where in an object something lies: objects inside objects are parted by slashes. */
const pathOf = (field: string): string => field.split('/').filter(name => name !== '').join(' > ');

/** As the field is named; a hash stands behind the name of a list. */
const nameOf = (field: string): string => field.replaceAll('#', '').split('/').filter(name => name !== '').join('.');

/** Nanoseconds of the units that https://docs.lnav.org/en/latest/formats.html names. */
const nanosOfUnit: ReadonlyMap<string, number> = new Map([['milli', 1e6], ['micro', 1e3], ['nano', 1]]);

/** The format of JSON objects that a definition describes; adds to `leftOut` what it does without. */
export function definedJson(name: string, definition: JsonDefinition, leftOut: string[]): DefinedJson {
	const {'timestamp-field': time, 'level-field': level, 'body-field': body, 'subsecond-field': subsecond, 'subsecond-units': units = 'milli'} = definition;
	if (!nanosOfUnit.has(units)) {
		leftOut.push(`'subsecond-units' "${units}"`);
	}

	return {
		name,
		title: titleOf(definition, name),
		paths: {
			time: jsonPaths(pathOf(time)),
			subsecond: subsecond === undefined || !nanosOfUnit.has(units) ? jsonPaths() : jsonPaths(pathOf(subsecond)),
			level: jsonPaths(pathOf(level)),
			body: jsonPaths(pathOf(body)),
		},
		subsecondNanos: nanosOfUnit.get(units) ?? 0,
		names: {level: nameOf(level), body: nameOf(body)},
		line: lineOf(definition),
		times: timesOf(definition, leftOut),
		levels: levelsOf(definition, leftOut),
		fieldNames: new Map([...fieldsNamed(definition)].map(([own, ours]) => [nameOf(own), ours])),
	};
}

/** What is shown of a record, without its time and level: columns of their own have those. */
function lineOf({'line-format': pieces, 'timestamp-field': time, 'level-field': level}: JsonDefinition): DefinedJson['line'] {
	const told = new Set(['__timestamp__', '__level__', nameOf(time), nameOf(level)]);
	return pieces.filter(piece => typeof piece === 'string' || !told.has(nameOf(piece.field)))
		.map(piece => typeof piece === 'string' ? piece : {...piece, field: nameOf(piece.field)});
}

/** The first names on the ways to everything that the definition names: they tell how well it fits an object. */
export function namesSpokenOf(definition: JsonDefinition): readonly string[] {
	const {value, 'line-format': pieces, 'timestamp-field': time, 'level-field': level, 'body-field': body, 'opid-field': operation} = definition;
	const fields = [time, level, body, operation, ...Object.keys(value), ...pieces.flatMap(piece => typeof piece === 'string' ? [] : piece.field)];
	return [...new Set(fields.map(field => pathOf(field).split(' > ', 1)[0]!).filter(name => name !== ''))];
}

/** The members of an object that is of such a format: the first names on the ways to its time and, where the definition says which it is, to its text. */
export const membersOf = (definition: JsonDefinition, isBodyNamed: boolean): readonly string[] =>
	[definition['timestamp-field'], ...isBodyNamed ? [definition['body-field']] : []].map(field => pathOf(field).split(' > ', 1)[0]!);
