/** What a device's name means: an address or a name. Equal values mean the same device, however it was spelled. */
export type DeviceAddress =
	| {readonly type: 'ip'; readonly widthBits: 32 | 128; readonly number: bigint}
	| {readonly type: 'mac'; readonly digits: string}
	| {readonly type: 'name'; readonly name: string};

/** Reads any name of a device. Anything that is not an address is a host name, in which letter case does not count. */
export function deviceAddress(text: string): DeviceAddress {
	const address = readIpv4(text) ?? readIpv6(text) ?? readMac(text);
	return address ?? {type: 'name', name: text.toLowerCase().replace(/\.$/v, '')};
}

/** A text that is the same for all spellings of a device. */
export function deviceKey(text: string): string {
	const address = deviceAddress(text);
	switch (address.type) {
		case 'ip': {
			return `${address.widthBits}/${address.number}`;
		}

		case 'mac': {
			return `mac/${address.digits}`;
		}

		case 'name': {
			return `name/${address.name}`;
		}
	}
}

function readIpv4(text: string): DeviceAddress | undefined {
	const number = ipv4Number(text);
	return number === undefined ? undefined : {type: 'ip', widthBits: 32, number: BigInt(number)};
}

const ipv4Pattern = /^(?:\d{1,3}\.){3}\d{1,3}$/v;

/** An IPv4 address as its number; undefined for any other text. */
export function ipv4Number(text: string): number | undefined {
	const parts = ipv4Pattern.test(text) ? text.split('.').map(Number) : [];
	return parts.length === 0 || parts.some(part => part > 255) ? undefined : parts.reduce((sum, part) => (sum * 256) + part, 0);
}

const mappedPrefix = 0xFF_FFn;

/** RFC 4291 section 2.2: groups of hex digits, one `::`, perhaps an IPv4 address at the end. A zone (`%eth0`) is dropped: it concerns the observer, not the device. */
function readIpv6(text: string): DeviceAddress | undefined {
	const groups = text.includes(':') ? groupsOf(text.split('%', 1)[0]!) : undefined;
	if (groups === undefined) {
		return undefined;
	}

	const number = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
	// RFC 4291 section 2.5.5.2: an IPv4 address as IPv6 sockets show it.
	return number >> 32n === mappedPrefix
		? {type: 'ip', widthBits: 32, number: number & 0xFF_FF_FF_FFn}
		: {type: 'ip', widthBits: 128, number};
}

const ipv6Groups = 8;

function groupsOf(text: string): number[] | undefined {
	const [head = '', tail, ...more] = text.split('::');
	const before = readGroups(head, tail === undefined);
	const after = tail === undefined ? [] : readGroups(tail, true);
	if (before === undefined || after === undefined || more.length > 0) {
		return undefined;
	}

	const missing = ipv6Groups - before.length - after.length;
	const isWhole = tail === undefined ? missing === 0 : missing > 0;
	return isWhole ? [...before, ...Array.from({length: missing}, () => 0), ...after] : undefined;
}

/** Only the very last group may be an IPv4 address. */
function readGroups(text: string, isEnd: boolean): number[] | undefined {
	const parts = text === '' ? [] : text.split(':');
	const groups = parts.flatMap((part, at) => readGroup(part, isEnd && at === parts.length - 1) ?? [NaN]);
	return groups.some(group => Number.isNaN(group)) ? undefined : groups;
}

function readGroup(part: string, isLast: boolean): number[] | undefined {
	const ipv4 = isLast ? readIpv4(part) : undefined;
	if (ipv4?.type === 'ip') {
		return [Number(ipv4.number >> 16n), Number(ipv4.number & 0xFF_FFn)];
	}

	return /^[\da-f]{1,4}$/iv.test(part) ? [Number.parseInt(part, 16)] : undefined;
}

/** Six pairs of digits with colons or dashes, or three groups of four with dots, as switches print them. */
const macPattern = /^(?:[\da-f]{2}(?::[\da-f]{2}){5}|[\da-f]{2}(?:-[\da-f]{2}){5}|[\da-f]{4}(?:\.[\da-f]{4}){2})$/iv;

function readMac(text: string): DeviceAddress | undefined {
	return macPattern.test(text) ? {type: 'mac', digits: text.replaceAll(/[\-.:]/gv, '').toLowerCase()} : undefined;
}
