import test from 'ava';
import fc from 'fast-check';
import {addressRange, isBrokenNetwork, isInRange} from '../../source/domain/address-range.ts';

for (const [range, inside, outside] of [
	['10.2.1.0/24', ['10.2.1.0', '10.2.1.255', '010.002.001.014', '::ffff:10.2.1.14', '::ffff:0a02:010e'], ['10.2.2.0', '110.2.1.5', '10.2.1', 'plc-7', '', 'a02:10e::', '0a:02:01:00:00:0e']],
	['10.2.1.14/24', ['10.2.1.1'], ['10.2.0.255']],
	['10.2.1.14/32', ['10.2.1.14'], ['10.2.1.15']],
	['0.0.0.0/0', ['255.255.255.255'], ['::1']],
	['10.2.1.*', ['10.2.1.7'], ['10.2.10.7', '10.2.1']],
	['10.2.*.7', ['10.2.0.7', '10.2.255.7'], ['10.2.0.8']],
	['10.2.*', ['10.2.1.14'], ['10.20.1.14']],
	['::ffff:10.2.0.0/112', ['10.2.0.0', '::ffff:10.2.255.255'], ['10.3.0.0', '::10.2.0.0']],
	['fd00:2::/32', ['fd00:2:ffff::9%eth0', 'FD00:0002::'], ['fd00:3::', '10.2.1.14']],
	['fd00::/7', ['fc00::1', 'fdff::'], ['fe00::']],
	['2001:db8:*', ['2001:db8::1', '2001:0DB8:ffff::'], ['2001:db9::1']],
	['2001:db8:0:0:0:0:*:1', ['2001:db8::1', '2001:db8::f:1'], ['2001:db8::f:2']],
	['::/0', ['::', 'fd00::1'], ['10.2.1.14']],
] as const) {
	test(`${range} holds ${inside.join(' ')}`, t => {
		const read = addressRange(range);
		t.deepEqual(inside.filter(address => !isInRange(read!, address)), []);
		t.deepEqual(outside.filter(address => isInRange(read!, address)), []);
	});
}

for (const text of ['10.2.1.14', '::ffff:10.2.0.0/95', '10.2.0.0/33', 'fd00::/129', 'plc-7/8', '10.2.0.0/', '/8', '10.2.0.0/8/8', '10.2.0.0/x', '*', '*.*', '*.2.1.14', '10.2', '10.*.1', '10.2.1.*.*', '300.*', 'plc-*', 'fd00::*', '12345:*', 'aa:*:cc:dd:ee:ff', '00:1b:1b:*', '']) {
	test(`'${text}' is no range of addresses`, t => {
		t.is(addressRange(text), undefined);
	});
}

for (const [text, isBroken] of [['10.2.0.0/33', true], ['fd00::/200', true], ['10.2.0.0/', true], ['10.2.0.0/16', false], ['10.2.1.14/login', false], ['plc-7/8', false], ['3/4', false], ['10.2.0.0', false]] as const) {
	test(`'${text}' is ${isBroken ? 'a network gone wrong' : 'no network gone wrong'}`, t => {
		t.is(isBrokenNetwork(text), isBroken);
	});
}

const ipv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const ipv6 = fc.array(fc.nat(0xFF_FF), {minLength: 8, maxLength: 8});
const anyNetwork = fc.oneof(
	fc.record({parts: ipv4, near: ipv4, keep: fc.nat(4), bits: fc.nat(32), partBits: fc.constant(8), radix: fc.constant(10), separator: fc.constant('.')}),
	fc.record({parts: ipv6, near: ipv6, keep: fc.nat(8), bits: fc.nat(128), partBits: fc.constant(16), radix: fc.constant(16), separator: fc.constant(':')}),
);

test('an address is in a network when it begins with the same bits, digit by digit', t => {
	fc.assert(fc.property(anyNetwork, ({parts, near, keep, bits, ...spelling}) => {
		const other = [...parts.slice(0, keep), ...near.slice(keep)];
		fc.pre(!isMapped(parts) && !isMapped(other));
		const isIn = digits(parts, spelling).slice(0, bits) === digits(other, spelling).slice(0, bits);
		const range = addressRange(`${spelled(parts, spelling)}/${bits}`)!;
		t.is(isInRange(range, spelled(other, spelling)), isIn);
	}));
});

type Spelling = {readonly partBits: number; readonly radix: number; readonly separator: string};

const spelled = (parts: readonly number[], {radix, separator}: Spelling): string => parts.map(part => part.toString(radix)).join(separator);
const digits = (parts: readonly number[], {partBits}: Spelling): string => parts.map(part => part.toString(2).padStart(partBits, '0')).join('');
const isMapped = (parts: readonly number[]): boolean => parts.length === 8 && parts.slice(0, 6).join(' ') === '0 0 0 0 0 65535';
