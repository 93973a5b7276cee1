import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, isDigit, isUnset, nextByte} from '../bytes/byte-text.ts';
import {addDeviceOnce, addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {digitHeads} from '../time/heads.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp} from '../time/stamp.ts';
import {Template} from '../templates/template.ts';
import {readEpochSeconds} from '../time/time-epoch.ts';

/** Squid's own access log (wiki.squid-cache.org, "Squid's log files"): seconds, milliseconds taken, client, what became of it, and how it was fetched. */
export const squidAccess: Format = {
	name: 'squid-access',
	title: 'Squid access log',
	framing: 'line',
	heads: digitHeads,
	marks: '/',
	open: kit => new SquidReader(kit),
};

const template = new Template('{time} {elapsed:word} {sourceAddress:word} {sourceAction}/{status:word} {bytes:word} {method:word} {url:word} {user:word} {hierarchy}/{peer:word} {contentType}');
const [elapsed, client, action, status, url, user, peer] = ['elapsed', 'sourceAddress', 'sourceAction', 'status', 'url', 'user', 'peer'].map(name => template.slot(name)) as [number, number, number, number, number, number, number];

const request = actionCode('http-request');

/** Seconds since 1970 stand before a dot. */
const secondsDigits = 10;
const statusDigits = 3;

class SquidReader implements FormatReader {
	readonly #stamp: Stamp;
	#bytes = new Uint8Array(0) as Uint8Array;
	readonly #readTime = (at: number, end: number): number => readEpochSeconds(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readEpochSeconds);
	}

	#match(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		return bytes[start + secondsDigits] === ascii.dot && template.match(bytes, start, end, this.#readTime) && isDigit(bytes[template.ends[elapsed]! - 1])
			&& template.ends[status]! - template.starts[status]! === statusDigits && digitsAt(bytes, template.starts[status]!, statusDigits) >= 0;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

		const {starts, ends} = template;
		this.#stamp.giveTo(draft);
		this.time.take(start, this.#stamp.end);
		draft.category = categoryCode.network;
		draft.action = request;
		draft.result = resultOfStatus(digitsAt(bytes, starts[status]!, statusDigits));
		draft.type.set(bytes, starts[action]!, ends[action]!);
		if (bytes[starts[user]!] !== ascii.minus) {
			draft.user.set(bytes, starts[user]!, ends[user]!);
		}

		addDeviceOnce(draft, bytes, starts[client]!, ends[client]!);
		addDevicesIn(draft, bytes, starts[url]!, ends[url]!);
		addDevicesIn(draft, bytes, starts[peer]!, ends[peer]!);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#match(bytes, 0, bytes.length);
		const {names, starts, ends} = template;
		return {
			message: decodeForeign(bytes, nextByte(bytes, ascii.space, starts[client]!, bytes.length) + 1),
			severityWord: undefined,
			fields: names.flatMap((name, slot): Field[] => name === 'time' || isUnset(bytes, starts[slot]!, ends[slot]!) ? [] : [{name, value: decodeForeign(bytes, starts[slot], ends[slot])}]),
		};
	}
}
