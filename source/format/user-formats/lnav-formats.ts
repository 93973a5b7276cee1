import * as v from 'valibot';
import type {Format} from '../format.ts';
import {issueWords} from './issue-words.ts';
import {fieldsNamed, jsonDefinition, keysLeftOut, levelsOf, takePattern, textDefinition, type TextDefinition, timesOf} from './lnav-definition.ts';
import {definedJson, membersOf} from './lnav-json.ts';
import {DefinedJsonReader} from './lnav-json-reader.ts';
import {type PatternedFormat, PatternedReader} from './lnav-reader.ts';
import {checkSamples} from './lnav-samples.ts';

/** A file as the user gave it. */
export type FormatFile = {readonly name: string; readonly text: string};

/** What a file of formats gives: those that can be used, a sentence for each that cannot, and one for what of a format is left out. */
export type FormatsRead = {readonly formats: readonly Format[]; readonly refused: readonly string[]; readonly leftOut: readonly string[]};

/** Reads the formats that a JSON file of lnav defines. What cannot be honoured is told, by name. */
export function readLnavFile({name: file, text: content}: FormatFile): FormatsRead {
	const parsed = parseJson(content);
	if (!isObject(parsed)) {
		const why = parsed === undefined ? 'is not JSON: none of its formats is used' : 'defines no formats: it is JSON, but not an object of formats by their names';
		return {formats: [], refused: [`${file} ${why}.`], leftOut: []};
	}

	const read = Object.entries(parsed).filter(([name]) => name !== '$schema').map(([name, value]) => readDefinition(`${file}: the format '${name}'`, name, value));
	return {formats: read.flatMap(({formats}) => formats), refused: read.flatMap(({refused}) => refused), leftOut: read.flatMap(({leftOut}) => leftOut)};
}

/** What the text is in JSON, which has no `undefined`; undefined where it is none. */
function parseJson(content: string): unknown {
	try {
		return JSON.parse(content) as unknown;
	} catch (error) {
		if (error instanceof SyntaxError) {
			return undefined;
		}

		throw error;
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A format, or why there is none, and what it does without. */
type Made = {readonly made: Format | string; readonly leftOut: readonly string[]};

function readDefinition(subject: string, name: string, value: unknown): FormatsRead {
	const {made, leftOut} = isJsonFormat(value) ? makeJsonFormat(name, value) : makeTextFormat(name, value);
	const left = leftOut.length === 0 ? [] : [`${subject}: left out is ${leftOut.join(', ')}.`];
	return typeof made === 'string'
		? {formats: [], refused: [`${subject} is refused: ${made}.`], leftOut: []}
		: {formats: [made], refused: [], leftOut: left};
}

/** Older definitions write `"json": true`. */
function isJsonFormat(value: unknown): value is Readonly<Record<string, unknown>> {
	if (!isObject(value)) {
		return false;
	}

	const {json, 'file-type': type} = value;
	return json === true || type === 'json';
}

function makeTextFormat(name: string, value: unknown): Made {
	if (isObject(value) && value['file-type'] === 'tabular') {
		return {made: 'it describes a table, and tables are read by their heading line', leftOut: []};
	}

	const read = v.safeParse(textDefinition, value);
	if (!read.success) {
		return {made: issueWords(read.issues[0], `"${name}"`), leftOut: []};
	}

	const leftOut = keysLeftOut(read.output, false);
	const made = patternedFormat(name, read.output, leftOut);
	if (typeof made === 'string') {
		return {made, leftOut};
	}

	const format: Format = {name, title: made.title, framing: 'line', hangsOnNumbers: true, open: kit => new PatternedReader(made, kit)};
	return {made: checkSamples(format, made.levels.length > 0, read.output) ?? format, leftOut};
}

function makeJsonFormat(name: string, value: Readonly<Record<string, unknown>>): Made {
	const read = v.safeParse(jsonDefinition, value);
	if (!read.success) {
		return {made: issueWords(read.issues[0], `"${name}"`), leftOut: []};
	}

	const leftOut = keysLeftOut(read.output, true);
	const made = definedJson(name, read.output, leftOut);
	const format: Format = {name, title: made.title, framing: 'json', members: [membersOf(read.output, 'body-field' in value)], open: kit => new DefinedJsonReader(made, kit)};
	return {made: checkSamples(format, made.levels.length > 0, read.output) ?? format, leftOut};
}

/** The format, or why there is none; adds to `leftOut` what it does without. */
function patternedFormat(name: string, definition: TextDefinition, leftOut: string[]): PatternedFormat | string {
	const time = definition['timestamp-field'];
	const made = Object.entries(definition.regex).flatMap(([key, {pattern}]) => takePattern(`'regex/${key}'`, pattern, leftOut) ?? []);
	const timed = made.filter(({names}) => names.includes(time));
	if (timed.length === 0) {
		return whyNone(definition, leftOut);
	}

	return {
		name,
		title: definition.title ?? name,
		patterns: timed,
		fields: {time, level: definition['level-field'], body: definition['body-field'], clock: definition['time-field']},
		times: timesOf(definition, leftOut),
		levels: levelsOf(definition, leftOut),
		fieldNames: fieldsNamed(definition),
		isMultiline: definition.multiline,
	};
}

function whyNone({regex, 'timestamp-field': time}: TextDefinition, leftOut: readonly string[]): string {
	if (Object.values(regex).every(pattern => pattern['module-format'] === true)) {
		return 'it describes what stands inside records of other formats (\'module-format\'), and has no time of its own';
	}

	const why = leftOut.find(reason => reason.startsWith('\'regex/'));
	return why === undefined ? `none of its patterns has a group '${time}'` : `none of its patterns can be used: ${why}`;
}
