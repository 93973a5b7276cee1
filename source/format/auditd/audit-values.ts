import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {hexDigit} from '../json/json-text.ts';

/** Fields that the kernel writes as hex when they hold a space, a quote or a control byte (audit_log_untrustedstring in kernel/audit.c). */
const maybeHex: ReadonlySet<string> = new Set([
	'cmd', 'proctitle', 'name', 'exe', 'comm', 'cwd', 'acct', 'path', 'data', 'key', 'dir', 'watch', 'ocomm', 'file', 'device', 'vm', 'sw', 'root_dir', 'old-disk', 'new-disk',
]);

/** What a value says: hex of a field that may be hex is decoded, and the NULs between arguments become spaces. */
export function auditValue(name: string, recordType: string, bytes: Uint8Array, {start, end, isQuoted}: {readonly start: number; readonly end: number; readonly isQuoted: boolean}): Foreign {
	const canBeHex = maybeHex.has(name) || (recordType === 'EXECVE' && /^a\d+$/v.test(name));
	const decoded = canBeHex && !isQuoted ? bytesOfHex(bytes, start, end) : undefined;
	if (decoded === undefined) {
		return decodeForeign(bytes, start, end);
	}

	const words = name === 'proctitle' || name === 'cmd' ? decoded.map(byte => byte === 0 ? 0x20 : byte) : decoded;
	return decodeForeign(words);
}

/** The bytes that hex digits spell, or undefined where it is not hex. */
function bytesOfHex(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
	if (end - start < 2 || (end - start) % 2 !== 0) {
		return undefined;
	}

	const into = new Uint8Array((end - start) / 2);
	for (let index = 0; index < into.length; index++) {
		const high = hexDigit(bytes[start + (index * 2)]!);
		const low = hexDigit(bytes[start + (index * 2) + 1]!);
		if (high < 0 || low < 0) {
			return undefined;
		}

		into[index] = (high << 4) | low;
	}

	return into;
}

const families = {unix: 1, ipv4: 2, ipv6: 10} as const;

/** The address in a `saddr`, a `struct sockaddr` in hex: family in the machine's order (little on all that matter), port and address in network order. */
export function socketAddress(bytes: Uint8Array, start: number, end: number): readonly [name: string, value: Foreign] | undefined {
	const raw = bytesOfHex(bytes, start, end);
	if (raw === undefined || raw.length < 4) {
		return undefined;
	}

	switch (raw[0]! | (raw[1]! << 8)) {
		case families.ipv4: {
			return raw.length < 8 ? undefined : ['socketAddress', foreignText(raw.subarray(4, 8).join('.'))];
		}

		case families.ipv6: {
			const groups = Array.from({length: 8}, (_, group) => ((raw[8 + (group * 2)]! << 8) | raw[9 + (group * 2)]!).toString(16));
			return raw.length < 24 ? undefined : ['socketAddress', foreignText(groups.join(':'))];
		}

		case families.unix: {
			const nul = raw.indexOf(0, 3);
			return ['path', decodeForeign(raw, 2, nul === -1 ? raw.length : nul)];
		}

		default: {
			return undefined;
		}
	}
}
