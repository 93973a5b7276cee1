import * as v from 'valibot';
import type {Format} from '../format.ts';
import {issueWords} from './issue-words.ts';
import {fieldsNamed, jsonDefinition, keysLeftOut, levelsOf, meantFor, takePattern, textDefinition, type TextDefinition, timesOf, titleOf} from './lnav-definition.ts';
import {type FormatFile, hasPatterns, isObject, type NamedDefinition, readLnavFiles} from './lnav-files.ts';
import {definedJson, membersOf, namesSpokenOf} from './lnav-json.ts';
import {DefinedJsonReader} from './lnav-json-reader.ts';
import {type PatternedFormat, PatternedReader} from './lnav-reader.ts';
import {checkSamples, orderedBySamples, type SampledFormat} from './lnav-samples.ts';

/** What definitions give: the formats that can be used, a sentence for each that cannot, and one for what of a format is left out. */
export type FormatsRead = {readonly formats: readonly Format[]; readonly refused: readonly string[]; readonly leftOut: readonly string[]};

/** Reads the formats that JSON files of lnav define. What cannot be honoured is told, by name. */
export function readLnavFormats(files: readonly FormatFile[]): FormatsRead {
	const {definitions, refused: unread} = readLnavFiles(files);
	const read = definitions.map(definition => readDefinition(definition));
	return {formats: orderedBySamples(read.flatMap(({sampled}) => sampled)), refused: [...unread, ...read.flatMap(({refused}) => refused)], leftOut: read.flatMap(({leftOut}) => leftOut)};
}

/** A format, or why there is none, and what it does without. */
type Made = {readonly made: SampledFormat | string; readonly leftOut: readonly string[]};

function readDefinition({subject, name, value}: NamedDefinition): Omit<FormatsRead, 'formats'> & {readonly sampled: readonly SampledFormat[]} {
	const {made, leftOut} = isJsonFormat(value) ? makeJsonFormat(name, value) : makeTextFormat(name, value);
	const left = leftOut.length === 0 ? [] : [`${subject}: left out is ${leftOut.join(', ')}.`];
	return typeof made === 'string'
		? {sampled: [], refused: [`${subject} is refused: ${made}.`], leftOut: []}
		: {sampled: [made], refused: [], leftOut: left};
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

	if (isObject(value) && !hasPatterns(value)) {
		return {made: 'it has no patterns ("regex"), and no other file of formats has them for it', leftOut: []};
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

	const isMeantFor = meantFor(read.output, leftOut);
	const format: Format = {name, title: made.title, framing: 'line', hangsOnNumbers: true, ...isMeantFor && {isMeantFor}, open: kit => new PatternedReader(made, kit)};
	return {made: checkSamples(format, made.levels.length > 0, read.output) ?? {format, sample: read.output.sample}, leftOut};
}

function makeJsonFormat(name: string, value: Readonly<Record<string, unknown>>): Made {
	const read = v.safeParse(jsonDefinition, value);
	if (!read.success) {
		return {made: issueWords(read.issues[0], `"${name}"`), leftOut: []};
	}

	const leftOut = keysLeftOut(read.output, true);
	const made = definedJson(name, read.output, leftOut);
	const isMeantFor = meantFor(read.output, leftOut);
	const format: Format = {name, title: made.title, framing: 'json', members: [membersOf(read.output, 'body-field' in value)], speaksOf: namesSpokenOf(read.output), ...isMeantFor && {isMeantFor}, open: kit => new DefinedJsonReader(made, kit)};
	return {made: checkSamples(format, made.levels.length > 0, read.output) ?? {format, sample: read.output.sample}, leftOut};
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
		title: titleOf(definition, name),
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
