import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import {foreignText} from '../../domain/foreign.ts';
import {ascii, nextByte} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {forEachElement, jsonFields} from '../json/json-fields.ts';
import type {JsonMembers} from '../json/json-members.ts';
import {unescapeJson} from '../json/json-text.ts';
import {jsonKinds} from '../json/json-values.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import {Stamp} from '../time/stamp.ts';
import {type ExportedColumn, type ExportedRecord, readExported, retoldColumns} from './exported-columns.ts';

/** Every exported event has all of these. */
const placeNames = ['kind', 'source', 'generation', 'offset', 'message'];

/** What an export or `print --output jsonl` wrote: its events come back as they were told, whatever logs they are from. */
export const exportedJson: Format = {
	name: 'ledgerline-json',
	title: 'Ledgerline export (JSON Lines)',
	framing: 'json',
	members: [placeNames],
	open: kit => new ExportedJsonReader(kit),
};

const placeKeys = placeNames.map(name => jsonKey(name));

const devicesKey = jsonKey('devices');

const columnKeys: Readonly<Record<ExportedColumn, JsonKey>> = {
	time: jsonKey('time'), category: jsonKey('category'), action: jsonKey('action'), severity: jsonKey('severity'),
	result: jsonKey('result'), type: jsonKey('type'), user: jsonKey('user'), host: jsonKey('host'),
};

class ExportedJsonReader implements FormatReader, ExportedRecord {
	readonly #json: JsonMembers;
	readonly #stamp: Stamp;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#stamp = new Stamp(hints);
	}

	#readDevices(bytes: Uint8Array, draft: EventDraft): void {
		const devices = this.#json.find(devicesKey);
		if (devices < 0 || this.#json.kinds[devices] !== jsonKinds.array) {
			return;
		}

		forEachElement(bytes, this.#json.starts[devices]!, this.#json.ends[devices]!, ({kind, start, end}) => {
			if (kind !== jsonKinds.string) {
				return;
			}

			if (nextByte(bytes, ascii.backslash, start, end) < 0) {
				draft.addDevice(bytes, start, end);
				return;
			}

			const device = unescapeJson(bytes, start, end);
			draft.addDevice(device, 0, device.length);
		});
	}

	set(column: ExportedColumn, run: ByteRun): void {
		const member = this.#json.find(columnKeys[column]);
		if (member >= 0 && this.#json.kinds[member] === jsonKinds.string) {
			this.#json.setText(run, member);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#json.read(bytes, start, end) || placeKeys.some(key => this.#json.find(key) < 0)) {
			return false;
		}

		readExported(this, this.#stamp, draft);
		this.#readDevices(bytes, draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const told = jsonFields(bytes, 0, bytes.length);
		const valueOf = (wanted: string) => told.find(({name}) => name === wanted)?.value;
		return {
			message: valueOf('message') ?? foreignText(''),
			severityWord: valueOf('severityWord'),
			fields: told
				.filter(({name}) => !retoldColumns.has(name))
				.map(({name, value}) => ({name: name.startsWith(fieldsPrefix) ? name.slice(fieldsPrefix.length) : name, value})),
		};
	}
}

/** The record's own fields lie in one object. */
const fieldsPrefix = 'fields.';
