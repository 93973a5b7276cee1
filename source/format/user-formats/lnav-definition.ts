import * as v from 'valibot';
import {encodeForeign} from '../../text/foreign.ts';
import type {Format} from '../format.ts';
import {Pattern} from '../patterns/pattern.ts';
import {PatternTrouble} from '../patterns/pattern-trouble.ts';
import type {TimeReader} from '../time/stamp.ts';
import {readEpochMicros, readEpochMillis, readEpochSeconds, readEpochTime} from '../time/time-epoch.ts';
import {spelledTime} from '../time/time-spelled.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {severityOfLevel} from './lnav-levels.ts';
import type {PatternedFormat} from './lnav-reader.ts';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const patternEntry = v.looseObject({pattern: text});
const patterns = v.record(v.string(), patternEntry);
const textList = v.array(text);
const levelTable = v.record(v.string(), v.unknown());
const sample = v.looseObject({line: text, level: v.optional(text)});
const sampleList = v.array(sample);

const around = v.optional(v.string(), '');
const lineField = v.looseObject({field: text, prefix: around, suffix: around});
const linePieces = v.array(v.union([v.string(), lineField]));

const shared = {
	title: v.optional(v.string()),
	'timestamp-field': v.optional(text, 'timestamp'),
	'timestamp-format': v.optional(textList, []),
	'timestamp-divisor': v.optional(v.number()),
	'time-field': v.optional(text),
	'level-field': v.optional(text, 'level'),
	level: v.optional(levelTable, {}),
	'body-field': v.optional(text, 'body'),
	'opid-field': v.optional(text, 'opid'),
	'thread-id-field': v.optional(text, 'thread'),
	'src-file-field': v.optional(text, 'src_file'),
	'src-line-field': v.optional(text, 'src_line'),
	'subsecond-field': v.optional(text),
	'subsecond-units': v.optional(text),
	multiline: v.optional(v.boolean(), true),
	'file-pattern': v.optional(text),
	sample: v.optional(sampleList, []),
};

/** The part of https://docs.lnav.org/en/latest/formats.html that is honoured of formats of text. */
export const textDefinition = v.looseObject({...shared, regex: patterns});

/** The same of formats of JSON objects. */
export const jsonDefinition = v.looseObject({...shared, value: v.optional(levelTable, {}), 'line-format': v.optional(linePieces, [])});

export type JsonDefinition = v.InferOutput<typeof jsonDefinition>;
export type TextDefinition = v.InferOutput<typeof textDefinition>;

const eitherDefinition = v.looseObject(shared);

/** What both have. */
export type Definition = v.InferOutput<typeof eitherDefinition>;

/** Keys that only say how a format is displayed or documented. */
const displayed = ['$schema', 'description', 'url', 'value', 'ordered-by-time', 'hide-extra', 'highlights', 'opid', 'search-table', 'tags', 'partitions', 'action', 'json', 'file-type', 'convert-to-local-time', 'max-unrecognized-lines', 'line-format', 'duration-field'];

/** What else a definition may ask for, and what is done instead. */
const instead: ReadonlyMap<string, string> = new Map([
	['module-field', 'what is inside a message is read by the formats of the house'],
	['converter', 'files are read as they are: no program is run'],
	['level-pointer', 'the level is the member that \'level-field\' names'],
]);

const silentInText: ReadonlySet<string> = new Set([...Object.keys(textDefinition.entries).filter(key => !key.startsWith('subsecond')), ...displayed]);
const silentInJson: ReadonlySet<string> = new Set([...Object.keys(jsonDefinition.entries), ...displayed]);

/** The keys of a definition that are not honoured. */
export function keysLeftOut(definition: Readonly<Record<string, unknown>>, isJson: boolean): string[] {
	const silent = isJson ? silentInJson : silentInText;
	return Object.keys(definition).filter(key => !silent.has(key)).map(key => {
		const why = key.startsWith('subsecond') ? 'times keep the digits of their own group' : instead.get(key);
		return why === undefined ? `'${key}'` : `'${key}' (${why})`;
	});
}

export const titleOf = ({title = ''}: Definition, name: string): string => title === '' ? name : title;

/** Many definitions take whoever asks for the operation: then that is told. */
const operationName = (own: string): string => asking.has(commonFieldName(own)) ? commonFieldName(own) : 'correlationId';

const asking: ReadonlySet<string> = new Set(['sourceAddress', 'user']);

/** Under which names of ours a definition's fields go on. */
export const fieldsNamed = (definition: Definition): PatternedFormat['fieldNames'] => new Map([
	[definition['opid-field'], operationName(definition['opid-field'])],
	[definition['thread-id-field'], 'thread'],
	[definition['src-file-field'], 'file'],
	[definition['src-line-field'], 'line'],
]);

/** Whether a path is one that the definition is for; undefined where it is for any, or its pattern cannot be used. */
export function meantFor({'file-pattern': pattern}: Definition, leftOut: string[]): Format['isMeantFor'] {
	const made = pattern === undefined ? undefined : takePattern('\'file-pattern\'', pattern, leftOut);
	if (made === undefined) {
		return undefined;
	}

	return path => {
		const bytes = encodeForeign(path);
		return made.find(bytes, 0, bytes.length);
	};
}

/** A pattern ready to be matched; undefined, and the reason in `leftOut`, where it cannot be. */
export function takePattern(subject: string, pattern: string, leftOut: string[]): Pattern | undefined {
	try {
		return new Pattern(pattern);
	} catch (error) {
		if (error instanceof PatternTrouble) {
			leftOut.push(`${subject} (${error.message})`);
			return undefined;
		}

		throw error;
	}
}

const dividedTimes: ReadonlyMap<number, TimeReader> = new Map([[1, readEpochSeconds], [1e3, readEpochMillis], [1e6, readEpochMicros], [1e9, readEpochTime]]);

/** How times are spelled, what a divisor means first. */
export function timesOf(definition: Definition, leftOut: string[]): readonly TimeReader[] {
	const divisor = definition['timestamp-divisor'];
	const divided = divisor === undefined ? undefined : dividedTimes.get(divisor);
	if (divisor !== undefined && divided === undefined) {
		leftOut.push(`'timestamp-divisor' (${divisor})`);
	}

	const spelled = definition['timestamp-format'].flatMap(spelling => {
		const reader = spelledTime(spelling);
		if (typeof reader === 'function') {
			return reader;
		}

		leftOut.push(`'timestamp-format' "${spelling}" (${reader.unknown.join(', ')})`);
		return [];
	});
	return divided === undefined ? spelled : [divided, ...spelled];
}

/** What levels look like; a number is one whole word. */
export function levelsOf({level}: Definition, leftOut: string[]): PatternedFormat['levels'] {
	return Object.entries(level).flatMap(([name, value]) => {
		const pattern = takePattern(`'level/${name}'`, typeof value === 'number' ? `^${value}$` : String(value), leftOut);
		return pattern === undefined ? [] : [{pattern, severity: severityOfLevel(name)}];
	});
}
