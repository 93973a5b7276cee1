import type {AddressRange} from '../domain/address-range.ts';
import {type Needle, needleOf} from './needle.ts';

/** Texts such that every spelling of an address of the range contains one of them: records without any need not be read. */
export function rangeNeedles({widthBits, maskBits, sharedBits}: AddressRange): readonly Needle[] {
	const fixed = fixedParts(widthBits === 32 ? ipv4Parts : ipv6Parts, maskBits, sharedBits);
	// An IPv4-mapped IPv6 address may be all in hex, with this before it (RFC 4291, section 2.5.5.2).
	return widthBits === 32 ? [ipv4Needle(fixed), needleOf('ffff:')] : [ipv6Needle(fixed)];
}

type Parts = {readonly count: number; readonly partBits: bigint};

const ipv4Parts: Parts = {count: 4, partBits: 8n};
const ipv6Parts: Parts = {count: 8, partBits: 16n};

/** The leading parts that all addresses share. */
function fixedParts({count, partBits}: Parts, maskBits: bigint, sharedBits: bigint): number[] {
	const whole = (1n << partBits) - 1n;
	const partsOf = (bits: bigint) => Array.from({length: count}, (_, at) => (bits >> (partBits * BigInt(count - 1 - at))) & whole);
	const end = partsOf(maskBits).findIndex(part => part !== whole);
	return partsOf(sharedBits).slice(0, end === -1 ? count : end).map(Number);
}

/** `10.2.1.`, with any number of leading zeros in each part. */
function ipv4Needle(parts: readonly number[]): Needle {
	const leading = parts.slice(0, 3);
	const plain = needleOf(leading.map(part => `${part}.`).join('') || '.');
	return leading.length === 0 ? plain : {...plain, foldedBytes: new RegExp(leading.map(part => String.raw`0{0,2}${part}\.`).join(''), 'g')};
}

/** Only the first part: `::` may take the place of the others, or of the first one too where that is 0. */
const ipv6Needle = ([first = 0]: readonly number[]): Needle => needleOf(first === 0 ? ':' : `${first.toString(16)}:`);
