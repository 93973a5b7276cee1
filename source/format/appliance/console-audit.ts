import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isDigit, isUnset, isWordAt, lastWord} from '../bytes/byte-text.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {auditedActions, wordsOf} from './audited-actions.ts';
import {openAuditLayout, type OpenAuditLayout} from './open-audit-layouts.ts';

/** The management console's audit log, by layouts that are data. */
export const consoleAudit: Format = {
	name: 'console-audit',
	title: 'Console audit log',
	framing: 'line',
	open: kit => new ConsoleAuditReader(kit),
};

type KnownAction = Codes & {
	readonly word: Uint8Array;
	readonly fields: ReadonlyArray<{readonly name: string; readonly prefix: Uint8Array; readonly laterPrefix: Uint8Array}>;
	readonly actor: number;
};

/** Longest words first, so that no action hides behind the beginning of another. */
const knownActions: readonly KnownAction[] = auditedActions
	.flatMap(({action, fields, actor}) => wordsOf(action).map(word => ({
		word: bytesOf(word),
		...codesOf(action),
		fields: fields.map(name => ({name, prefix: bytesOf(`${name}=`), laterPrefix: bytesOf(` ${name}=`)})),
		actor: actor === undefined ? -1 : fields.indexOf(actor),
	})))
	.toSorted((one, other) => other.word.length - one.word.length);

/** The same by first byte, so that most records are compared with one or two. */
const actionsByHead = Array.from({length: 256}, (_, head) => knownActions.filter(({word}) => word[0] === head));

/** Most fields that one action has. */
const mostFields = 2;

class ConsoleAuditReader implements FormatReader {
	readonly #layouts: readonly OpenAuditLayout[];
	readonly #stamp: Stamp;
	#layout: OpenAuditLayout;
	/** Where the fields of the action read last lie. */
	readonly #starts = new Int32Array(mostFields);
	readonly #ends = new Int32Array(mostFields);
	/** Where what follows the action's words begins. */
	#restStart = 0;
	/** Lines are known of the house's own layouts alone, which begin with their time; which of them it is, is told aside. */
	readonly time: LineTime;

	constructor({hints, layouts}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, (...run) => this.#layouts[this.time.aside]!.readTime(...run), {freeRuns: () => this.#freeRuns()});
		this.#layouts = layouts.map(layout => openAuditLayout(layout, this.#stamp));
		this.#layout = this.#layouts[0]!;
	}

	/** No action has a number in it, and people are what they are called. */
	#freeRuns(): FreeNumberRuns {
		const {template, level} = this.#layout;
		const values = template.names.map((_, slot) => ({start: template.starts[slot]!, end: template.ends[slot]!})).filter((_, slot) => slot !== level);
		return {texts: [], values};
	}

	/** The layout that understood the line before is asked first. */
	#match(bytes: Uint8Array, start: number, end: number): boolean {
		if (this.#layout.match(bytes, start, end)) {
			return true;
		}

		for (const layout of this.#layouts) {
			if (layout !== this.#layout && layout.match(bytes, start, end)) {
				this.#layout = layout;
				return true;
			}
		}

		return false;
	}

	/** The action that the record begins with, its fields found. */
	#actionAt(bytes: Uint8Array, start: number, end: number): KnownAction | undefined {
		const {actionEnd} = this.#layout;
		for (const action of actionsByHead[bytes[start] ?? 0]!) {
			const wordEnd = start + action.word.length;
			if (isWordAt(bytes, start, end, action.word) && (wordEnd === end || isWordAt(bytes, wordEnd, end, actionEnd))) {
				this.#restStart = Math.min(wordEnd + actionEnd.length, end);
				this.#findFields(action, bytes, this.#restStart, end);
				return action;
			}
		}

		return undefined;
	}

	/** Takes the last place where a later field can begin: a user may have called himself `x role=ADMIN`, the console wrote the last `role=`. */
	#findFields({fields}: KnownAction, bytes: Uint8Array, start: number, end: number): void {
		let fieldEnd = end;
		for (let index = fields.length - 1; index >= 0; index--) {
			const {prefix, laterPrefix} = fields[index]!;
			const laterAt = index === 0 ? -1 : lastWord(bytes, laterPrefix, start, fieldEnd);
			const firstAt = isWordAt(bytes, start, fieldEnd, prefix) ? start + prefix.length : -1;
			this.#setField(bytes, index, laterAt < 0 ? firstAt : laterAt + laterPrefix.length, fieldEnd);
			fieldEnd = laterAt < 0 ? fieldEnd : laterAt;
		}
	}

	/** Quotes around a value are the writer's and left off. */
	#setField(bytes: Uint8Array, index: number, start: number, end: number): void {
		const isQuoted = start >= 0 && end - start >= 2 && bytes[start] === ascii.quote && bytes[end - 1] === ascii.quote;
		this.#starts[index] = isQuoted ? start + 1 : start;
		this.#ends[index] = isQuoted ? end - 1 : end;
	}

	/** Where the record begins to say what neither the action nor the acting user does. The name of a field that stands alone goes without saying, but for a number: `sensorId=4`. */
	#newsStart({fields, actor}: KnownAction, bytes: Uint8Array): number {
		const found = fields.flatMap((_, index) => this.#starts[index]! < 0 ? [] : [{index, start: this.#starts[index]!}]);
		const isActorShown = this.#layout.actor < 0;
		const [first, ...others] = found.filter(({index}) => !isActorShown || index !== actor);
		if (first === undefined) {
			return found.length === 0 ? this.#restStart : bytes.length;
		}

		if (others.length > 0) {
			return this.#restStart;
		}

		if (bytes[first.start - 1] === ascii.quote) {
			return first.start - 1;
		}

		return isDigit(bytes[first.start]) ? first.start - fields[first.index]!.prefix.length : first.start;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

		const {template, level, actor, record} = this.#layout;
		this.time.take(start, this.#stamp.end);
		this.time.aside = this.#layouts.indexOf(this.#layout);
		this.#stamp.giveTo(draft);
		if (level >= 0) {
			draft.severity = severityOf(bytes, template.starts[level]!, template.ends[level]!);
		}

		const recordStart = template.starts[record]!;
		const action = this.#actionAt(bytes, recordStart, end);
		if (action !== undefined) {
			draft.type.set(bytes, recordStart, recordStart + action.word.length);
		}

		draft.action = action?.action ?? 0;
		draft.category = action?.category ?? categoryCode['user-operation'];
		if (actor >= 0 && !isUnset(bytes, template.starts[actor]!, template.ends[actor]!)) {
			draft.user.set(bytes, template.starts[actor]!, template.ends[actor]!);
		} else if (action !== undefined && action.actor >= 0 && this.#starts[action.actor]! >= 0) {
			draft.user.set(bytes, this.#starts[action.actor]!, this.#ends[action.actor]!);
		}

		return true;
	}

	message(bytes: Uint8Array): Foreign {
		this.#match(bytes, 0, bytes.length);
		return decodeForeign(bytes, this.#layout.template.starts[this.#layout.record]);
	}

	describe(bytes: Uint8Array): RecordFacts {
		const message = this.message(bytes);
		const {template, level, record} = this.#layout;
		const recordStart = template.starts[record]!;
		const action = this.#actionAt(bytes, recordStart, bytes.length);
		const header = ['thread', 'actor'].flatMap(name => {
			const slot = template.slot(name);
			return slot < 0 ? [] : [{name, value: decodeForeign(bytes, template.starts[slot], template.ends[slot])}];
		});
		const sourceAction = action === undefined ? [] : [{name: 'sourceAction', value: decodeForeign(action.word)}];
		const fields = (action?.fields ?? []).flatMap(({name}, index) =>
			this.#starts[index]! < 0 ? [] : [{name, value: decodeForeign(bytes, this.#starts[index], this.#ends[index])}]);
		return {
			message,
			briefFrom: action === undefined ? 0 : decodeForeign(bytes, recordStart, this.#newsStart(action, bytes)).length,
			severityWord: level < 0 ? undefined : decodeForeign(bytes, template.starts[level], template.ends[level]),
			fields: [...sourceAction, ...fields, ...header],
		};
	}
}
