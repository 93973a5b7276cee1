import {deviceAddress, ipv4Number} from './device-address.ts';

/** All addresses whose bits under `maskBits` are `sharedBits`. */
export type AddressRange = {readonly widthBits: 32 | 128; readonly maskBits: bigint; readonly sharedBits: bigint};

/** Reads a network (`10.2.1.0/24`, `fd00:2::/32`) or an address with stars for parts (`10.2.*.7`, `10.2.*`, `fd00:2:*`); undefined for any other text. */
export const addressRange = (text: string): AddressRange | undefined => readNetwork(text) ?? readStarred(text);

/** Whether a device's address is in the range, however it is spelled. Hot: asked about every device that a log names. */
export function isInRange({widthBits, maskBits, sharedBits}: AddressRange, device: string): boolean {
	// Without a colon only IPv4 is possible, which reads twenty times as fast.
	if (!device.includes(':')) {
		const number = widthBits === 32 ? ipv4Number(device) : undefined;
		return number !== undefined && (BigInt(number) & maskBits) === sharedBits;
	}

	const address = deviceAddress(device);
	return address.type === 'ip' && address.widthBits === widthBits && (address.number & maskBits) === sharedBits;
}

/** An address and a slash that are no network, because the number of bits is missing or too large. */
export function isBrokenNetwork(text: string): boolean {
	const address = /^(?<address>[^\/]+)\/\d*$/v.exec(text)?.groups!.address;
	return address !== undefined && deviceAddress(address).type === 'ip' && readNetwork(text) === undefined;
}

/** A network; further bits may be written and are ignored, as in `10.2.1.14/24`. */
function readNetwork(text: string): AddressRange | undefined {
	const {address = '', bits} = /^(?<address>[^\/]+)\/(?<bits>\d{1,3})$/v.exec(text)?.groups ?? {};
	const network = bits === undefined ? undefined : deviceAddress(address);
	if (network?.type !== 'ip') {
		return undefined;
	}

	// `::ffff:10.2.0.0/112` counts the bits before the IPv4 address too (RFC 4291, section 2.5.5.2).
	const isMapped = network.widthBits === 32 && address.includes(':');
	const ownBits = Number(bits) - (isMapped ? mappedBits : 0);
	if (ownBits < 0 || ownBits > network.widthBits) {
		return undefined;
	}

	const maskBits = leadingBits(network.widthBits, ownBits);
	return {widthBits: network.widthBits, maskBits, sharedBits: network.number & maskBits};
}

const mappedBits = 96;

const leadingBits = (widthBits: number, count: number): bigint => ((1n << BigInt(count)) - 1n) << BigInt(widthBits - count);

const readStarred = (text: string): AddressRange | undefined => readParts(text, ipv4Spelling) ?? (macBeginning.test(text) ? undefined : readParts(text, ipv6Spelling));

/** `00:1b:1b:*` means MAC addresses of one vendor: the parts of IPv6 networks in use are longer. */
const macBeginning = /^(?:[\da-f]{2}:){1,5}\*$/iv;

/** How the parts of an address are written. `::` cannot be mixed with stars, because nobody could tell how many parts it stands for. */
type Spelling = {readonly widthBits: 32 | 128; readonly parts: number; readonly separator: string; readonly radix: number; readonly part: RegExp};

const ipv4Spelling: Spelling = {widthBits: 32, parts: 4, separator: '.', radix: 10, part: /^\d{1,3}$/v};
const ipv6Spelling: Spelling = {widthBits: 128, parts: 8, separator: ':', radix: 16, part: /^[\da-f]{1,4}$/iv};

/** A star at the end stands for all remaining parts; the first part tells which kind of address it is. */
function readParts(text: string, {widthBits, parts, separator, radix, part}: Spelling): AddressRange | undefined {
	const written = text.split(separator);
	const isWhole = written.length === parts || (written.length > 1 && written.length < parts && written.at(-1) === '*');
	if (!isWhole || !written.includes('*') || !part.test(written[0]!) || written.some(each => each !== '*' && !part.test(each))) {
		return undefined;
	}

	const partBits = BigInt(widthBits / parts);
	const wholePart = (1n << partBits) - 1n;
	const all = [...written, ...Array.from({length: parts - written.length}, () => '*')];
	const numbers = all.map(each => each === '*' ? 0 : Number.parseInt(each, radix));
	const joined = (values: readonly bigint[]) => values.reduce((sum, value) => (sum << partBits) | value, 0n);
	return numbers.some(number => number > Number(wholePart))
		? undefined
		: {widthBits, maskBits: joined(all.map(each => each === '*' ? 0n : wholePart)), sharedBits: joined(numbers.map(BigInt))};
}
