import * as v from 'valibot';
import {type Document, LineCounter, isNode, parseDocument, YAMLError} from 'yaml';
import type {Reading} from './reading.ts';

/** A settings file; sentences about trouble use its `name`, and `holds` to say what may be in it. */
export type SettingsFile<Schema extends v.GenericSchema> = {readonly name: string; readonly text: string; readonly schema: Schema; readonly holds: string};

/** The checked content of a settings file, or one sentence with the line that is wrong. JSON is read too, because YAML includes it. */
export function readYaml<Schema extends v.GenericSchema>({name, text, schema, holds}: SettingsFile<Schema>): Reading<v.InferOutput<Schema>> {
	const read = parseYaml({name, text});
	if ('trouble' in read) {
		return read;
	}

	const {value, ...place} = read.value;
	if (Array.isArray(value)) {
		return {trouble: `${name}, line 1: this is a list; ${holds}`};
	}

	const checked = v.safeParse(schema, value);
	return checked.success ? {value: checked.output} : {trouble: `${tellIssue(checked.issues[0], {name, ...place})}; ${holds}`};
}

/** The same content as JSON, for a room that checks it by itself. */
export function jsonOfYaml(file: Pick<SettingsFile<v.GenericSchema>, 'name' | 'text'>): Reading<string> {
	const read = parseYaml(file);
	return 'trouble' in read ? read : {value: JSON.stringify(read.value.value)};
}

/** The first name that occurs a second time. */
export function firstTwice(names: readonly string[]): string | undefined {
	const seen = new Set<string>();
	return names.find(name => seen.size === seen.add(name).size);
}

type Parsed = {readonly value: unknown; readonly document: Document.Parsed; readonly lines: LineCounter};

function parseYaml({name, text}: Pick<SettingsFile<v.GenericSchema>, 'name' | 'text'>): Reading<Parsed> {
	const lines = new LineCounter();
	// Told by us, not by the library on standard error.
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, logLevel: 'error'});
	const error = document.errors.at(0);
	if (error !== undefined) {
		return {trouble: `${name}, line ${lines.linePos(error.pos[0]).line}: ${whyUnreadable(error)}`};
	}

	const plain = plainValue(document);
	return 'trouble' in plain ? {trouble: `${name}: ${plain.trouble}`} : {value: {value: plain.value, document, lines}};
}

/** Deep nesting overflows the stack of the YAML library, which reports it as if the text were wrong. */
function whyUnreadable({code, message}: YAMLError): string {
	return message.startsWith('Maximum call stack') ? 'values are nested too deeply here to be settings' : `this is neither YAML nor JSON: ${wordsOf.get(code) ?? 'it does not fit what stands above it'}`;
}

/** What the library's codes mean to somebody who only wants his file to be read. */
const wordsOf: ReadonlyMap<YAMLError['code'], string> = new Map([
	['BAD_DQ_ESCAPE', 'in double quotes a backslash is written twice'],
	['BAD_INDENT', 'a bracket is not closed, or the spaces at the beginning do not fit the lines above'],
	['BAD_SCALAR_START', 'a text that begins with such a sign needs quotes'],
	['BLOCK_AS_IMPLICIT_KEY', 'a text with a colon in it needs quotes'],
	['DUPLICATE_KEY', 'this name is already there'],
	['MISSING_CHAR', 'a bracket, a quote, a comma or a colon is missing'],
	['MULTIPLE_DOCS', 'a second file begins at this --- line, and only one is read'],
	['TAB_AS_INDENT', 'a line begins with spaces, never with a tab'],
	['UNEXPECTED_TOKEN', 'this is not expected here; is a quote or a bracket left open above?'],
]);

const leadsNowhere = 'a word that begins with * leads to something named &word above it; in quotes it is text';

/** The content as plain values. The library throws when aliases lead nowhere, or expand so often that they could fill the memory. An empty file is allowed. */
function plainValue(document: Document.Parsed): Reading<unknown> {
	try {
		return {value: document.toJS() ?? {}};
	} catch (error) {
		if (error instanceof ReferenceError || error instanceof YAMLError) {
			const isNowhere = error.message.startsWith('Unresolved');
			return {trouble: isNowhere ? leadsNowhere : 'its aliases (words that begin with *) repeat so much that they would fill the memory'};
		}

		throw error;
	}
}

type Place = {readonly name: string; readonly document: Document.Parsed; readonly lines: LineCounter};

function tellIssue(issue: v.BaseIssue<unknown>, {name, document, lines}: Place): string {
	const keys = issue.path?.map(({key}) => key) ?? [];
	const path = keys.map((key, at) => typeof key === 'number' ? `[${key + 1}]` : `${at === 0 ? '' : '.'}${String(key)}`).join('');
	return `${name}, line ${lineOf(keys, {document, lines})}: ${path === '' ? '' : `${path}: `}${sentenceOf(issue)}`;
}

/** The line of a value or, where it is missing, of what should contain it. */
function lineOf(keys: readonly unknown[], {document, lines}: Pick<Place, 'document' | 'lines'>): number {
	for (let {length} = keys; length > 0; length--) {
		const node = document.getIn(keys.slice(0, length), true);
		if (isNode(node) && node.range) {
			return lines.linePos(node.range[0]).line;
		}
	}

	return 1;
}

function sentenceOf({type, message, expected, received}: v.BaseIssue<unknown>): string {
	if (type !== 'strict_object') {
		return message;
	}

	return expected === 'never' ? 'this name is not known here' : (received === 'undefined' ? 'this is missing' : 'must be names with values');
}
