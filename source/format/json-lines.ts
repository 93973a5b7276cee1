import type {EventDraft} from '../domain/event-draft.ts';
import type {Foreign} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import {ascii, latinText} from './byte-text.ts';
import {addDevicesIn} from './devices.ts';
import {readAnyTime} from './find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {commonFieldName} from './common-fields.ts';
import {jsonFields} from './json-fields.ts';
import {JsonLookup} from './json-lookup.ts';
import {addDevicesAt} from './json-mapping.ts';
import type {JsonMembers} from './json-members.ts';
import {isSpaceByte, jsonKinds} from './json-values.ts';
import {listKeys} from './json-lists.ts';
import {fieldOfRole, lookedUp} from './json-roles.ts';
import {jsonKey} from './key-names.ts';
import {loggedSeverity} from './logged-severity.ts';
import {Stamp} from './stamp.ts';
import {readEpochTime} from './time-epoch.ts';

/** Any JSON objects: the columns come from the names that loggers commonly use. */
export const jsonLines: Format = {
	name: 'json-lines',
	title: 'JSON Lines',
	framing: 'json',
	isGeneric: true,
	after: ['ledgerline-json', 'sensor-timeline', 'entra-audit', 'entra-sign-ins', 'azure-activity', 'microsoft-365', 'aws-cloudtrail', 'kubernetes-audit', 'windows-events', 'journald', 'suricata-eve', 'zeek-json', 'docker-log'],
	open: kit => new JsonLinesReader(kit),
};

const pageKeys = listKeys.map(name => jsonKey(name));

class JsonLinesReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #stamp: Stamp;
	readonly #lookup: JsonLookup;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#lookup = new JsonLookup(json);
		this.#stamp = new Stamp(hints);
	}

	#readColumns(bytes: Uint8Array, draft: EventDraft): void {
		const lookup = this.#lookup;
		draft.severity = lookup.find(lookedUp.severity) ? loggedSeverity(bytes, lookup) : 0;
		if (lookup.find(lookedUp.type)) {
			lookup.giveTo(draft.type);
		}

		if (lookup.find(lookedUp.user)) {
			lookup.giveTo(draft.user);
		}

		if (lookup.find(lookedUp.host)) {
			lookup.giveTo(draft.host);
		}

		addDevicesAt(lookup, lookedUp.device, bytes, draft);

		if (lookup.find(lookedUp.message)) {
			addDevicesIn(draft, bytes, lookup.start, lookup.end);
		}
	}

	/** Some loggers split the instant into seconds and the nanoseconds within. */
	#readTime(bytes: Uint8Array): void {
		const lookup = this.#lookup;
		const stamp = this.#stamp;
		stamp.micros = NaN;
		const isEpoch = !readAnyTime(bytes, lookup.start, lookup.end, stamp) && readEpochTime(bytes, lookup.start, lookup.end, stamp);
		if (isEpoch && stamp.digits === 0 && lookup.find(lookedUp.nanos)) {
			stamp.addNanos(Number(latinText(bytes, lookup.start, lookup.end)));
		}
	}

	/** A page holds a list of records; it is no record itself. */
	#isPage(bytes: Uint8Array): boolean {
		for (const key of pageKeys) {
			const list = this.#json.find(key);
			if (list >= 0 && this.#json.kinds[list] === jsonKinds.array && hasObjectFirst(bytes, this.#json.starts[list]! + 1)) {
				return true;
			}
		}

		return false;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#lookup.open(bytes, start, end)) {
			return false;
		}

		const hasTime = this.#lookup.find(lookedUp.time);
		if (!hasTime && this.#isPage(bytes)) {
			return false;
		}

		if (hasTime) {
			this.#readTime(bytes);
			this.#stamp.giveTo(draft);
		}

		this.#readColumns(bytes, draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const fields = jsonFields(bytes, 0, bytes.length);
		const message = fieldOfRole(fields, 'message');
		return {
			message: message === undefined ? decodeForeign(bytes) : message.value.trimEnd() as Foreign,
			severityWord: fieldOfRole(fields, 'severity')?.value,
			fields: fields.filter(field => field !== message).map(({name, value}) => ({name: commonFieldName(name), value})),
		};
	}
}

function hasObjectFirst(bytes: Uint8Array, start: number): boolean {
	let at = start;
	while (isSpaceByte(bytes[at]!)) {
		at++;
	}

	return bytes[at] === ascii.openBrace;
}
