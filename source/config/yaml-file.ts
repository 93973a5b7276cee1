import * as v from 'valibot';
import {type Document, LineCounter, isNode, parseDocument, YAMLError} from 'yaml';
import type {Reading} from './reading.ts';

/** A settings file; sentences about trouble use its `name`, and `holds` to say what may be in it. */
export type SettingsFile<Schema extends v.GenericSchema> = {readonly name: string; readonly text: string; readonly schema: Schema; readonly holds: string};

/** The checked content of a settings file, or one sentence with the line that is wrong. JSON is read too, because YAML includes it. */
export function readYaml<Schema extends v.GenericSchema>({name, text, schema, holds}: SettingsFile<Schema>): Reading<v.InferOutput<Schema>> {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
	const error = document.errors.at(0);
	if (error !== undefined) {
		return {trouble: `${name}, line ${lines.linePos(error.pos[0]).line}: ${whyUnreadable(error.message)}`};
	}

	const plain = plainValue(document);
	if ('trouble' in plain) {
		return {trouble: `${name}: ${plain.trouble}`};
	}

	if (Array.isArray(plain.value)) {
		return {trouble: `${name}, line 1: this is a list; ${holds}`};
	}

	const checked = v.safeParse(schema, plain.value);
	return checked.success ? {value: checked.output} : {trouble: `${tellIssue(checked.issues[0], {name, document, lines})}; ${holds}`};
}

/** The first name that occurs a second time. */
export function firstTwice(names: readonly string[]): string | undefined {
	const seen = new Set<string>();
	return names.find(name => seen.size === seen.add(name).size);
}

/** Deep nesting overflows the stack of the YAML library, which reports it as if the text were wrong. */
function whyUnreadable(message: string): string {
	return message.startsWith('Maximum call stack') ? 'values are nested too deeply here to be settings' : `this is neither YAML nor JSON: ${message.split('\n', 1)[0]}`;
}

/** The content as plain values. The library throws when aliases expand so often that they could fill the memory. An empty file is allowed. */
function plainValue(document: Document.Parsed): Reading<unknown> {
	try {
		return {value: document.toJS() ?? {}};
	} catch (error) {
		if (error instanceof ReferenceError || error instanceof YAMLError) {
			return {trouble: error.message};
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
