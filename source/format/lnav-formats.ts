import * as v from 'valibot';
import type {Format} from './format.ts';
import {severityOfLevel} from './lnav-levels.ts';
import {type PatternedFormat, PatternedReader} from './lnav-reader.ts';
import {checkSamples} from './lnav-samples.ts';
import {Pattern} from './pattern.ts';
import {PatternTrouble} from './pattern-trouble.ts';
import type {TimeReader} from './stamp.ts';
import {readEpochMicros, readEpochMillis, readEpochSeconds} from './time-epoch.ts';
import {spelledTime} from './time-spelled.ts';

/** A file as the user gave it. */
export type FormatFile = {readonly name: string; readonly text: string};

/** What a file of formats gives: those that can be used, a sentence for each that cannot, and one for what of a format is left out. */
export type FormatsRead = {readonly formats: readonly Format[]; readonly refused: readonly string[]; readonly leftOut: readonly string[]};

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const patternEntry = v.looseObject({pattern: text});
const patterns = v.record(v.string(), patternEntry);
const textList = v.array(text);
const levelTable = v.record(v.string(), v.unknown());
const sample = v.looseObject({line: text, level: v.optional(text)});
const sampleList = v.array(sample);

/** The part of https://docs.lnav.org/en/latest/formats.html that is honoured. */
const definitionSchema = v.looseObject({
	title: v.optional(text),
	regex: patterns,
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
	multiline: v.optional(v.boolean(), true),
	sample: v.optional(sampleList, []),
});

export type Definition = v.InferOutput<typeof definitionSchema>;

/** Keys that only say how a format is displayed or documented. */
const silentKeys: ReadonlySet<string> = new Set([...Object.keys(definitionSchema.entries), '$schema', 'description', 'url', 'value', 'ordered-by-time', 'hide-extra', 'highlights', 'opid', 'search-table', 'tags', 'partitions', 'action', 'converter', 'json', 'file-type', 'convert-to-local-time', 'max-unrecognized-lines']);

/** What else a definition may ask for, and what is done instead. */
const instead: ReadonlyMap<string, string> = new Map([
	['file-pattern', 'the format is tried on every file'],
	['module-field', 'what is inside a message is read by the formats of the house'],
	['subsecond-field', 'times keep the digits of their own group'],
	['subsecond-units', 'times keep the digits of their own group'],
]);

/** Reads the formats that a JSON file of lnav defines. What cannot be honoured is told, by name. */
export function readLnavFile({name: file, text: content}: FormatFile): FormatsRead {
	const parsed = parseJson(content);
	if (parsed === undefined) {
		return {formats: [], refused: [`${file} is not JSON: none of its formats is used.`], leftOut: []};
	}

	const read = Object.entries(parsed).filter(([name]) => name !== '$schema').map(([name, value]) => readDefinition(`${file}: the format '${name}'`, name, value));
	return {formats: read.flatMap(({formats}) => formats), refused: read.flatMap(({refused}) => refused), leftOut: read.flatMap(({leftOut}) => leftOut)};
}

function parseJson(content: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(content);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) {
			return undefined;
		}

		throw error;
	}
}

function readDefinition(subject: string, name: string, value: unknown): FormatsRead {
	const isJson = typeof value === 'object' && value !== null && (('json' in value && value.json === true) || ('file-type' in value && value['file-type'] === 'json'));
	if (isJson) {
		return {formats: [], refused: [], leftOut: [`${subject} is not used: it describes JSON, which is read without a definition.`]};
	}

	const read = v.safeParse(definitionSchema, value);
	if (!read.success) {
		const [issue] = read.issues;
		return {formats: [], refused: [`${subject} is refused: "${v.getDotPath(issue) ?? name}" ${issue.message}.`], leftOut: []};
	}

	const leftOut: string[] = Object.keys(read.output).filter(key => !silentKeys.has(key)).map(key => instead.has(key) ? `'${key}' (${instead.get(key)!})` : `'${key}'`);
	const made = makeFormat(name, read.output, leftOut);
	const trouble = typeof made === 'string' ? made : checkSamples(made, read.output);
	const left = leftOut.length === 0 ? [] : [`${subject}: left out is ${leftOut.join(', ')}.`];
	return typeof made === 'string' || trouble !== undefined
		? {formats: [], refused: [`${subject} is refused: ${trouble}.`], leftOut: []}
		: {formats: [{name, title: made.title, framing: 'line', open: kit => new PatternedReader(made, kit)}], refused: [], leftOut: left};
}

/** The format, or why there is none; adds to `leftOut` what it does without. */
function makeFormat(name: string, definition: Definition, leftOut: string[]): PatternedFormat | string {
	const time = definition['timestamp-field'];
	const made = Object.entries(definition.regex).flatMap(([key, {pattern}]) => takePattern(`'regex/${key}'`, pattern, leftOut) ?? []);
	const timed = made.filter(({names}) => names.includes(time));
	if (timed.length === 0) {
		const why = leftOut.find(reason => reason.startsWith('\'regex/'));
		return why === undefined ? `none of its patterns has a group '${time}'` : `none of its patterns can be used: ${why}`;
	}

	return {
		name,
		title: definition.title ?? name,
		patterns: timed,
		fields: {time, level: definition['level-field'], body: definition['body-field'], clock: definition['time-field']},
		times: timesOf(definition, leftOut),
		levels: levelsOf(definition, leftOut),
		fieldNames: new Map([[definition['opid-field'], 'correlationId'], [definition['thread-id-field'], 'thread'], [definition['src-file-field'], 'file'], [definition['src-line-field'], 'line']]),
		isMultiline: definition.multiline,
	};
}

function takePattern(subject: string, pattern: string, leftOut: string[]): Pattern | undefined {
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

const dividedTimes: ReadonlyMap<number, TimeReader> = new Map([[1, readEpochSeconds], [1e3, readEpochMillis], [1e6, readEpochMicros]]);

function timesOf(definition: Definition, leftOut: string[]): readonly TimeReader[] {
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

function levelsOf({level}: Definition, leftOut: string[]): PatternedFormat['levels'] {
	return Object.entries(level).flatMap(([name, value]) => {
		const pattern = takePattern(`'level/${name}'`, typeof value === 'number' ? `^${value}$` : String(value), leftOut);
		return pattern === undefined ? [] : [{pattern, severity: severityOfLevel(name)}];
	});
}
