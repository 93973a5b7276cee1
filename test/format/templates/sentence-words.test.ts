import {Buffer} from 'node:buffer';
import test from 'ava';
import {addressStart, endOfAddress, endOfName} from '../../../source/format/templates/sentence-words.ts';

const taken = (text: string, start: number, end: number): string | undefined => end < 0 ? undefined : text.slice(start, end);

for (const [text, name] of [
	['r.lind from', 'r.lind'],
	['r.lind, then', 'r.lind'],
	['root.', 'root'],
	['...', undefined],
	[' r.lind', undefined],
	['', undefined],
] as const) {
	test(`the name at the head of "${text}" is ${name ?? 'none'}`, t => {
		const bytes = Buffer.from(text);
		t.is(taken(text, 0, endOfName(bytes, 0, bytes.length)), name);
	});
}

for (const [text, address] of [
	['192.0.2.7 via ssh', '192.0.2.7'],
	['192.0.2.7: no', '192.0.2.7'],
	['192.0.2.7.', '192.0.2.7'],
	['[192.0.2.7]:4711', '192.0.2.7'],
	['\'fe80::1%eth0\'', 'fe80::1%eth0'],
	['192.0.2.7:4711', '192.0.2.7:4711'],
	['plc-7.plant.example port 22', 'plc-7.plant.example'],
	['server', undefined],
	['server.', undefined],
	['', undefined],
] as const) {
	test(`the address at the head of "${text}" is ${address ?? 'none'}`, t => {
		const bytes = Buffer.from(text);
		t.is(taken(text, addressStart(bytes, 0), endOfAddress(bytes, 0, bytes.length)), address);
	});
}
