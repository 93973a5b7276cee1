import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {EventDraft} from '../../../source/domain/event-draft.ts';
import {addDevicesIn} from '../../../source/format/vocabulary/devices.ts';

function devicesIn(text: string): string[] {
	const bytes = Buffer.from(text);
	const draft = new EventDraft();
	addDevicesIn(draft, bytes, 0, bytes.length);
	return draft.devices.slice(0, draft.deviceCount).map(run => Buffer.from(run.bytes).toString('utf8', run.start, run.end));
}

for (const [text, ...devices] of [
	['Device 10.2.1.77 changed to 10.2.1.78.', '10.2.1.77', '10.2.1.78'],
	['Syslog from 10.2.1.3: text', '10.2.1.3'],
	['from 10.2.1.3:502 to (10.2.1.4)', '10.2.1.3', '10.2.1.4'],
	['twice 10.2.1.3 and 10.2.1.3', '10.2.1.3'],
	['a network 10.2.1.0/24 is no device'],
	['denied src inside:10.2.1.3/50122 dst outside:203.0.113.9/443 (203.0.113.9/53)', '10.2.1.3', '203.0.113.9'],
	['queries of inside:10.2.1.3/137 to 10.2.1.4/53 and 10.2.1.5/80, but 10.2.1.6/32 is a network', '10.2.1.3', '10.2.1.4', '10.2.1.5'],
	['client IP:10.2.1.3, server ip4:10.2.1.4:8443, networks inside:10.2.1.0/24 and 2001:db8::/64', '10.2.1.3', '10.2.1.4'],
	['no address: 10.2.1.256, 1.2.3, 1.2.3.4.5, version 22.3.9.1a'],
	['address 10.2.1.3 netmask 255.255.255.0 gateway 10.2.1.1', '10.2.1.3', '10.2.1.1'],
	['ip route 10.2.1.0 255.255.255.252 10.2.1.1, mask=240.0.0.0, to all: 255.255.255.255', '10.2.1.0', '10.2.1.1', '255.255.255.255'],
	['version 0.0.0.6, Version: 4.2.1.0, "Chrome/120.0.0.0 Safari/537.36" of 10.2.1.3', '10.2.1.3'],
	['10.2.1.3:50010:Got exception, 10.2.1.4:50010: none, 10.2.1.5:1:2', '10.2.1.3', '10.2.1.4'],
	['MAC 001b.1baa.0177 of Cisco, 1234.5678 not', '001b.1baa.0177'],
	['MAC 00:1b:1b:aa:01:77 or 00-1B-1B-AA-01-77', '00:1b:1b:aa:01:77', '00-1B-1B-AA-01-77'],
	['fe80::1 and 2001:db8:0:0:0:0:0:1, but not 08:50:12 or std::end', 'fe80::1', '2001:db8:0:0:0:0:0:1'],
	['PLC plc-7.plant.local, user dana.admin, file install.log, mail a@example.com', 'plc-7.plant.local'],
] as const) {
	test(`devices: ${text}`, t => {
		t.deepEqual(devicesIn(text), devices);
	});
}

test('any IPv4 address in a sentence is found, and nothing else there', t => {
	fc.assert(fc.property(fc.ipV4().filter(address => !address.startsWith('255.')), fc.constantFrom('Device @ was seen.', '@', '[@]', 'from @, then', '"@"', 'ip=@ x'), (address, sentence) => {
		t.deepEqual(devicesIn(sentence.split('@').join(address)), [address]);
	}));
});

test('more devices than columns hold are left to the text', t => {
	t.is(devicesIn(Array.from({length: 12}, (_, index) => `10.0.0.${index}`).join(' ')).length, 8);
});

/** What the scanner finds, said plainly: every word that looks like a device. */
function devicesInWords(text: string): string[] {
	const words = text.matchAll(/[\w%\-.:@]+/gv)
		.filter(({0: word, index}) => word.length > 2 && !isLength(word, /^\/(?<digits>\d+)/v.exec(text.slice(index + word.length))?.groups?.digits))
		.map(({0: word, index}) => ({word: withoutPunctuation(word), before: text.slice(0, index)}));
	const found = words.flatMap(({word, before}) => {
		const {label = '', parts} = /^(?<label>[^.:]+:)?(?<parts>\d{1,3}(?:\.\d{1,3}){3})(?::(?:[\d%]*|[\d%]+:[A-Za-z].*))?$/v.exec(word)?.groups ?? {};
		if (parts?.split('.').every(part => Number(part) < 256)) {
			return isNoAddress(parts, before + label) ? [] : [parts];
		}

		return [isMac, isIpv6, isHost].some(is => is(word)) ? [word] : [];
	});
	return [...new Set(found)].slice(0, 8);
}

/** A mask of a network, or a version. */
const isNoAddress = (parts: string, before: string): boolean =>
	/^255\.(?!255\.255\.255$)/v.test(parts) || /(?<![a-z])(?:(?:net)?mask|version)[ ":=]+$/iv.test(before);

/** Whether what stands behind a slash is the length of a prefix. */
const isLength = (word: string, digits: string | undefined): boolean => digits !== undefined && Number(digits) <= (word.includes('.') ? 32 : 128);

const withoutPunctuation = (word: string): string => /[\-.]$|(?<!:):$/v.test(word) ? withoutPunctuation(word.slice(0, -1)) : word;

const isMac = (word: string): boolean => /^[\da-f]{2}(?<mark>[\-:])[\da-f]{2}(?:\k<mark>[\da-f]{2}){4}$/iv.test(word);

const isHost = (word: string): boolean => /^[^%:@]+\.(?:local|com)$/iv.test(word);

function isIpv6(word: string): boolean {
	const address = word.slice(0, `${word}%`.indexOf('%'));
	const groups = address.split(':').filter(group => group !== '');
	const doubles = address.match(/::/gv)?.length ?? 0;
	return /\d/v.test(address) && groups.every(group => /^[\da-f]{1,4}$/iv.test(group)) && (doubles === 0 ? groups.length === 8 : doubles === 1 && groups.length < 8);
}

const piece = fc.oneof(
	fc.constantFrom('10.2.1.3', '255', '256', '.', '..', ':', '::', '-', '/24', '/443', '/', ':502', ':502:', 'inside:', 'mask ', 'version=', '255.', '%eth0', '@', '_', ' ', '"', 'é', 'std', '12345', 'fe80', '0'),
	fc.constantFrom('00:1b:1b:aa:01:77', '00-1B-1B-AA-01-77', 'fe80::1', '1:2:3:4:5:6:7:8', 'plc-7', '.plant.local', '.com', '.log', 'COM', '08:50:12'),
);

test('in any text the devices are those that every word by itself shows', t => {
	fc.assert(fc.property(fc.array(piece, {maxLength: 12}), pieces => {
		const text = pieces.join('');
		t.deepEqual(devicesIn(text), devicesInWords(text), JSON.stringify(text));
	}), {numRuns: 3000});
});
