import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {bytesOf, firstWord, isDash, type Run, wordEnd} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {Template} from '../templates/template.ts';
import {readAnyTime} from '../time/find-time.ts';
import {Stamp} from '../time/stamp.ts';
import {readWebTime} from '../time/time-named-month.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {accessLayouts} from './access-layouts.ts';

/** A line for each request, as gateways and servers of applications write it in layouts of their own. */
export const gatewayAccess: Format = {
	name: 'gateway-access',
	title: 'Access logs of AWS load balancers and S3, Envoy, Istio and uWSGI',
	framing: 'line',
	marks: '/',
	open: kit => new GatewayAccessReader(kit),
};

const httpRequest = actionCode('http-request');

/** Each of the lines names the protocol, behind an address that may be long: attacks are made of such. */
const protocol = bytesOf('HTTP/');

/** What Amazon's balancers write of a request that they could not understand: `"- http://gate:80- -"`. */
const unreadable = bytesOf('- -" "');

/** A layout, ready to be matched, and which of its slots tell what. */
type Layout = {
	readonly template: Template;
	readonly status: number;
	readonly user: number;
	readonly addresses: readonly number[];
	readonly request: number;
	readonly host: number;
	readonly type: number;
};

function openLayout(pattern: string): Layout {
	const template = new Template(pattern);
	return {
		template,
		status: template.slot('status'),
		user: template.slot('user'),
		addresses: ['sourceAddress', 'forwardedFor', 'targetAddress'].map(name => template.slot(name)).filter(slot => slot >= 0),
		request: template.slot('request'),
		host: template.slot('virtualHost'),
		type: template.slot('sourceAction'),
	};
}

class GatewayAccessReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #layouts = accessLayouts.map(pattern => openLayout(pattern));
	#layout = this.#layouts[0]!;
	#bytes = new Uint8Array(0) as Uint8Array;
	readonly #readTime = (at: number, end: number): number => readWebTime(this.#bytes, at, end, this.#stamp) || readAnyTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	/** The layout that understood the line before is asked first. */
	#match(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		if (firstWord(bytes, protocol, start, end) < 0 && firstWord(bytes, unreadable, start, end) < 0) {
			return false;
		}

		if (this.#isLaidOut(this.#layout, start, end)) {
			return true;
		}

		const layout = this.#layouts.find(other => other !== this.#layout && this.#isLaidOut(other, start, end));
		this.#layout = layout ?? this.#layout;
		return layout !== undefined;
	}

	/** A status is a number, or a dash where nobody answered. */
	#isLaidOut({template, status}: Layout, start: number, end: number): boolean {
		if (!template.match(this.#bytes, start, end, this.#readTime)) {
			return false;
		}

		const from = template.starts[status]!;
		const to = template.ends[status]!;
		return isDash(this.#bytes, from, to) || digitsAt(this.#bytes, from, to - from) >= 0;
	}

	#run(slot: number): Run {
		const {starts, ends} = this.#layout.template;
		return slot < 0 ? noRun : {start: starts[slot]!, end: ends[slot]!};
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

		const {status, user, addresses, host, type} = this.#layout;
		const code = this.#run(status);
		this.#stamp.giveTo(draft);
		draft.category = categoryCode.network;
		draft.action = httpRequest;
		draft.result = resultOfStatus(digitsAt(bytes, code.start, code.end - code.start));
		for (const [run, slot] of [[draft.user, user], [draft.host, host], [draft.type, type]] as const) {
			const {start: from, end: to} = this.#run(slot);
			run.set(bytes, from, isDash(bytes, from, to) ? from : to);
		}

		for (const slot of addresses) {
			addDevicesIn(draft, bytes, this.#run(slot).start, this.#run(slot).end);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#match(bytes, 0, bytes.length);
		const {template, request} = this.#layout;
		const named = template.names.flatMap((name, slot): Field[] => {
			const {start, end} = this.#run(slot);
			return end === start || notFields.has(name) || isDash(bytes, start, end) ? [] : addressAndPort({name, value: decodeForeign(bytes, start, end)});
		});
		const text = request < 0 ? {start: this.#run(template.slot('method')).start, end: this.#run(template.slot('url')).end} : this.#run(request);
		return {message: decodeForeign(bytes, text.start, text.end), severityWord: undefined, fields: [...named, ...requestFields(bytes, this.#run(request))]};
	}
}

const noRun: Run = {start: 0, end: 0};

/** Told as the time and the message, or nothing of their own. */
const notFields: ReadonlySet<string> = new Set(['time', 'tail', 'request']);

/** Method and address of a request; a broken one has only its text. */
function requestFields(bytes: Uint8Array, {start, end}: Run): Field[] {
	const methodEnd = wordEnd(bytes, start, end);
	const urlEnd = wordEnd(bytes, methodEnd + 1, end);
	return methodEnd >= end || urlEnd > end ? [] : [{name: 'method', value: decodeForeign(bytes, start, methodEnd)}, {name: 'url', value: decodeForeign(bytes, methodEnd + 1, urlEnd)}];
}
