import {ByteRun} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign, encodeForeign} from '../../text/foreign.ts';
import {TemplateList} from '../templates/template-list.ts';
import {Template} from '../templates/template.ts';

const done = (subject: string, ...verbs: readonly string[]): readonly string[] => verbs.map(verb => `${subject} was ${verb} by {user:word}`);

/**
The sentences in which a sensor says who acted, by the type of the event: the field for it (`owner`) is mostly null. They are matched to their last
letter, a name being one word, and only under the type whose verb they have: a rule or a user that is named like such a sentence does not make one.
*/
const sentences: ReadonlyMap<string, readonly string[]> = new Map([
	['USER_OPERATION', [
		'User {user:word} signed in',
		'User {user:word} signed out',
		'User {targetUser:word} was created by {user:word} with role {role}',
		...done('User {targetUser:word}', 'created', 'updated', 'edited', 'deleted'),
	]],
	['ALERT_UPDATED', ['Alert {alertId:word} was {status:word} by {user:word}']],
	['EXCLUSION_RULE_CREATED', done('Exclusion rule {rule...}', 'created')],
	['EXCLUSION_RULE_UPDATED', done('Exclusion rule {rule...}', 'updated', 'edited')],
	['EXCLUSION_RULE_REMOVED', done('Exclusion rule {rule...}', 'removed', 'deleted')],
	['USER_DEFINED_RULE_CREATED', done('Rule {rule...}', 'created')],
	['USER_DEFINED_RULE_EDITED', done('Rule {rule...}', 'edited', 'updated')],
	['USER_DEFINED_RULE_DELETED', done('Rule {rule...}', 'deleted', 'removed')],
	['DELETE_DEVICE', done('Device {target...}', 'deleted')],
	['DIP_UPLOADED', ['Threat intelligence package uploaded by {user:word}']],
	['REPORT_CREATED', ['{target...} report created by {user:word}']],
]);

/** The sentences of an event type, ready to be matched. */
export class Sentences {
	readonly #templates: readonly Template[];
	readonly #list: TemplateList;

	constructor(patterns: readonly string[]) {
		this.#templates = patterns.map(pattern => new Template(pattern));
		this.#list = new TemplateList(this.#templates);
	}

	/** The first that the text is, to its last letter. */
	find(text: ByteRun): Template | undefined {
		const found = this.#list.next(0, text.bytes, text);
		return found < 0 ? undefined : this.#templates[found];
	}
}

const noSentences = new Sentences([]);

const opened: ReadonlyMap<string, Sentences> = new Map(sentences.entries().map(([type, patterns]) => [type, new Sentences(patterns)]));

export const sentencesOf = (type: string): Sentences => opened.get(type) ?? noSentences;

/** Sets `user` to who acted, where the content says so. */
export function readActor(known: Sentences, content: ByteRun, user: ByteRun): void {
	const sentence = known.find(content);
	if (sentence === undefined) {
		return;
	}

	const slot = sentence.slot('user');
	user.set(content.bytes, sentence.starts[slot]!, sentence.ends[slot]!);
}

/** Everything that the sentence names. */
export function sentenceFields(known: Sentences, content: Foreign): Field[] {
	const bytes = encodeForeign(content);
	const run = new ByteRun();
	run.set(bytes, 0, bytes.length);
	const sentence = known.find(run);
	return sentence === undefined ? [] : sentence.names.map((name, slot) => ({name, value: decodeForeign(bytes, sentence.starts[slot], sentence.ends[slot])}));
}
