import {eachOnce, type Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import type {RecordFacts} from '../format.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {fieldsOfObjects} from './json-fields.ts';
import type {JsonPaths} from './json-lookup.ts';
import type {JsonMapping} from './json-mapping.ts';

/** All that a record of a mapped format says. Names are alike in either letter case. */
export function mappedFacts({message, severity, fieldNames}: JsonMapping, bytes: Uint8Array): RecordFacts {
	const fields = fieldsOfObjects(bytes);
	const severityNames = namesOf(severity);
	const renamed = new Map(fieldNames.map(([own, ours]) => [own.toLowerCase(), ours]));
	const told = fields.flatMap(({name, value}) => addressAndPort({name: renamed.get(name.toLowerCase()) ?? name, value}));
	return {
		message: message.map(name => firstTold(fields, name)).find(text => text !== undefined) ?? decodeForeign(bytes),
		severityWord: fields.find(({name}) => severityNames.has(name.toLowerCase()))?.value,
		fields: eachOnce(told.filter(({name, value}) => name !== 'user' || value !== '-')),
	};
}

const namesOf = ({all}: JsonPaths): ReadonlySet<string> => new Set(all.map(({parents, key}) => [...parents, decodeForeign(key.word)].join('.').toLowerCase()));

/** The value of the first field of this name that is not empty. */
const firstTold = (fields: readonly Field[], name: string): Field['value'] | undefined =>
	fields.find(field => field.name.toLowerCase() === name.toLowerCase() && field.value !== '')?.value;
