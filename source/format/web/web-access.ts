import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {afterSpaces, ascii, isDash, latinText, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {addDeviceOnce, addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {resultOfStatus} from '../vocabulary/http-status.ts';
import {endOfString} from '../json/json-values.ts';
import {Stamp} from '../time/stamp.ts';
import {readWebTime} from '../time/time-named-month.ts';
import {isPublicAddress} from './public-address.ts';

/** Access logs of nginx and Apache: common, combined, with a virtual host before the address. */
export const webAccess: Format = {
	name: 'web-access',
	title: 'nginx and Apache access logs',
	framing: 'line',
	marks: '["/',
	after: ['container-log'],
	open: kit => new WebAccessReader(kit),
};

const httpRequest = actionCode('http-request');

/** How far into a line its time begins: addresses and names before it are short. */
const farthestTimeBytes = 512;

class WebAccessReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #parts = {
		virtualHost: run(), address: run(), addresses: run(), user: run(), request: run(), status: run(), size: run(), referrer: run(), agent: run(), tlsProtocol: run(), cipher: run(),
	};

	readonly #allParts = Object.values(this.#parts);

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	/** `host:port address - user [time] "request" status size "referrer" "agent"`. */
	#readParts(bytes: Uint8Array, start: number, end: number): boolean {
		const bracket = nextByte(bytes, ascii.openBracket, start, Math.min(end, start + farthestTimeBytes));
		if (bracket < 0 || !readWebTime(bytes, bracket + 1, end, this.#stamp) || bytes[this.#stamp.end] !== ascii.closeBracket) {
			return false;
		}

		this.#clearParts();
		return bracket === start
			? this.#readTls(bytes, this.#stamp.end + 1, end)
			: this.#readRequest(bytes, this.#stamp.end + 1, end) && this.#readPeople(bytes, start, bracket);
	}

	#clearParts(): void {
		for (const part of this.#allParts) {
			set(part, 0, 0);
		}
	}

	#readRequest(bytes: Uint8Array, start: number, end: number): boolean {
		const {request, status, size, referrer, agent} = this.#parts;
		let at = takeQuoted(request, bytes, start, end);
		if (request.end === 0) {
			return false;
		}

		at = takeWord(status, bytes, at, end);
		at = takeWord(size, bytes, at, end);
		at = takeQuoted(referrer, bytes, at, end);
		takeQuoted(agent, bytes, at, end);
		return true;
	}

	/** Apache's log of TLS requests: `[time] address protocol cipher "request" size`. */
	#readTls(bytes: Uint8Array, start: number, end: number): boolean {
		const {address, tlsProtocol, cipher, request, size} = this.#parts;
		let at = takeWord(address, bytes, start, end);
		at = takeWord(tlsProtocol, bytes, at, end);
		at = takeWord(cipher, bytes, at, end);
		at = takeQuoted(request, bytes, at, end);
		takeWord(size, bytes, at, end);
		return request.end > 0;
	}

	/** The words before the time: perhaps a virtual host, the address or several that proxies named, the ident, and the user, who may have spaces in his name. */
	#readPeople(bytes: Uint8Array, start: number, bracket: number): boolean {
		const {virtualHost, address, addresses, user} = this.#parts;
		let at = takeWord(address, bytes, start, bracket);
		if (!isListed(bytes, address) && isVirtualHostAbove(bytes, afterSpaces(bytes, at, bracket), bracket)) {
			set(virtualHost, address.start, address.end);
			at = takeWord(address, bytes, at, bracket);
		}

		if (isListed(bytes, address)) {
			at = this.#readProxied(bytes, at, bracket);
		} else {
			set(addresses, address.start, address.end);
		}

		const ident = afterSpaces(bytes, at, bracket);
		const userStart = afterSpaces(bytes, wordEnd(bytes, ident, bracket), bracket);
		set(user, userStart, Math.max(bracket - 1, userStart));
		return user.end > user.start && address.end > address.start;
	}

	/** `client, proxy, proxy`: who asked is the first that the internet at large knows, or the first of all. */
	#readProxied(bytes: Uint8Array, start: number, bracket: number): number {
		const {address, addresses} = this.#parts;
		const first = {start: address.start, end: address.end - 1};
		let at = start;
		let found = isPublicAddress(latinText(bytes, first.start, first.end)) ? first : undefined;
		while (isListed(bytes, address)) {
			at = takeWord(address, bytes, at, bracket);
			const last = address.end - (isListed(bytes, address) ? 1 : 0);
			found ??= isPublicAddress(latinText(bytes, address.start, last)) ? {start: address.start, end: last} : undefined;
		}

		set(addresses, first.start, address.end);
		set(address, (found ?? first).start, (found ?? first).end);
		return at;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readParts(bytes, start, end)) {
			return false;
		}

		const {address, addresses, user, status, virtualHost} = this.#parts;
		this.#stamp.giveTo(draft);
		draft.category = categoryCode.network;
		draft.action = httpRequest;
		addDevicesIn(draft, bytes, address.start, address.end);
		if (draft.deviceCount === 0) {
			addDeviceOnce(draft, bytes, address.start, address.end);
		}

		if (addresses.end > address.end || addresses.start < address.start) {
			addDevicesIn(draft, bytes, addresses.start, addresses.end);
		}

		draft.host.set(bytes, virtualHost.start, virtualHost.end);
		if (!isDash(bytes, user.start, user.end)) {
			draft.user.set(bytes, user.start, user.end);
		}

		const code = digitsAt(bytes, status.start, status.end - status.start);
		draft.result = resultOfStatus(code);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readParts(bytes, 0, bytes.length);
		const {address, user, request, status, size, referrer, agent, virtualHost, tlsProtocol, cipher} = this.#parts;
		const [method, url, protocol] = requestRuns(bytes, request);
		const named = [
			['sourceAddress', address],
			['user', user],
			['method', method],
			['url', url],
			['protocol', protocol],
			['status', status],
			['bytes', size],
			['referrer', referrer],
			['userAgent', agent],
			['virtualHost', virtualHost],
			['tlsProtocol', tlsProtocol],
			['cipher', cipher],
		] as const;
		return {
			message: decodeForeign(bytes, request.start, request.end),
			severityWord: undefined,
			fields: named.flatMap(([name, part]): Field[] =>
				part === undefined || part.end <= part.start || isDash(bytes, part.start, part.end) ? [] : [{name, value: decodeForeign(bytes, part.start, part.end)}]),
		};
	}
}

type Run = {start: number; end: number};

const run = (): Run => ({start: 0, end: 0});

function set(part: Run, start: number, end: number): void {
	part.start = start;
	part.end = end;
}

function takeWord(part: Run, bytes: Uint8Array, start: number, end: number): number {
	const at = afterSpaces(bytes, start, end);
	set(part, at, wordEnd(bytes, at, end));
	return part.end;
}

/** Answers the offset after the closing quote; a part that is not there stays empty. */
function takeQuoted(part: Run, bytes: Uint8Array, start: number, end: number): number {
	const at = afterSpaces(bytes, start, end);
	const close = bytes[at] === ascii.quote && at < end ? endOfString(bytes, at + 1, end) : -1;
	if (close < 0) {
		return at;
	}

	set(part, at + 1, close);
	return close + 1;
}

/** Whether a list goes on behind the word. */
const isListed = (bytes: Uint8Array, {start, end}: Run): boolean => end > start && bytes[end - 1] === ascii.comma;

/** Whether the word before the one at `start` is the name of a virtual host: an address follows it, or a name whose ident is a dash. */
function isVirtualHostAbove(bytes: Uint8Array, start: number, bracket: number): boolean {
	const end = wordEnd(bytes, start, bracket);
	const ident = afterSpaces(bytes, end, bracket);
	const user = afterSpaces(bytes, ident + 1, bracket);
	const isNamed = !isDash(bytes, start, end) && isDash(bytes, ident, wordEnd(bytes, ident, bracket)) && user < bracket;
	return isNamed || isListed(bytes, {start, end}) || hasAddressAt(bytes, start, end);
}

/** Whether the word is an address rather than an ident. */
function hasAddressAt(bytes: Uint8Array, start: number, end: number): boolean {
	return end - start >= shortestAddressBytes && (nextByte(bytes, ascii.dot, start, end) > 0 || nextByte(bytes, ascii.colon, start, end) > 0);
}

/** `1.1.1.1`. */
const shortestAddressBytes = 7;

/** Method, address and protocol of a request that is one; a broken one has only its text. */
function requestRuns(bytes: Uint8Array, {start, end}: Run): readonly [Run | undefined, Run | undefined, Run | undefined] {
	const methodEnd = wordEnd(bytes, start, end);
	const urlEnd = wordEnd(bytes, methodEnd + 1, end);
	return methodEnd === end || urlEnd > end ? [undefined, undefined, undefined] : [{start, end: methodEnd}, {start: methodEnd + 1, end: urlEnd}, {start: urlEnd + 1, end}];
}
