import {categoryCode} from '../domain/category.ts';
import type {EventDraft} from '../domain/event-draft.ts';
import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import {ascii} from './byte-text.ts';
import {addDevicesIn} from './devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import type {NamedValue} from './json-fields.ts';
import {logLayouts} from './log-layouts.ts';
import {severityOf} from './severity-words.ts';
import {Stamp} from './stamp.ts';
import {Template} from './template.ts';
import {readIsoTime} from './time-iso.ts';

/** Program logs as log4j and its relatives write them: core.log, upgrade.log, install.log. Stack traces belong to the event above. */
export const log4j: Format = {
	name: 'log4j',
	title: 'Program logs (log4j and its like)',
	framing: 'line',
	isGeneric: true,
	after: ['console-audit', 'web-error', 'csv'],
	open: kit => new Log4jReader(kit),
};

class Log4jReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #layouts: readonly OpenLayout[];
	#layout: OpenLayout;
	#bytes = new Uint8Array(0) as Uint8Array;
	readonly #readTime = (at: number, end: number): number => readIsoTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.#layouts = logLayouts.map(pattern => openLayout(pattern));
		this.#layout = this.#layouts[0]!;
	}

	/** The severity code of the line's level, 0 where no layout fits. */
	#match(bytes: Uint8Array, start: number, end: number): number {
		this.#bytes = bytes;
		const known = this.#severity(this.#layout, start, end);
		if (known > 0) {
			return known;
		}

		for (const layout of this.#layouts) {
			const severity = layout === this.#layout ? 0 : this.#severity(layout, start, end);
			if (severity > 0) {
				this.#layout = layout;
				return severity;
			}
		}

		return 0;
	}

	#severity({template, level}: OpenLayout, start: number, end: number): number {
		return template.match(this.#bytes, start, end, this.#readTime) ? severityOf(this.#bytes, template.starts[level]!, template.ends[level]!) : 0;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const severity = this.#match(bytes, start, end);
		if (severity === 0) {
			return false;
		}

		const {template, message} = this.#layout;
		this.#stamp.giveTo(draft);
		draft.severity = severity;
		draft.category = categoryCode.system;
		addDevicesIn(draft, bytes, template.starts[message]!, end);
		return true;
	}

	/** A line that does not begin with a time goes on with what the line above began. */
	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return !readIsoTime(bytes, start, end, this.#stamp);
	}

	describe(bytes: Uint8Array): RecordFacts {
		const newline = bytes.indexOf(ascii.newline);
		this.#match(bytes, 0, newline === -1 ? bytes.length : newline);
		const {template, level, message} = this.#layout;
		const fields = template.names.flatMap((name, slot): NamedValue[] => notFields.has(name)
			? []
			: [{name, value: decodeForeign(bytes, template.starts[slot], template.ends[slot]).trim() as Foreign}]);
		return {
			message: decodeForeign(bytes, template.starts[message]),
			severityWord: decodeForeign(bytes, template.starts[level], template.ends[level]),
			fields,
		};
	}
}

type OpenLayout = {readonly template: Template; readonly level: number; readonly message: number};

function openLayout(pattern: string): OpenLayout {
	const template = new Template(pattern);
	return {template, level: template.slot('level'), message: template.slot('message')};
}

/** Told elsewhere. */
const notFields: ReadonlySet<string> = new Set(['time', 'level', 'message']);
