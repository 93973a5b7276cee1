import {Buffer} from 'node:buffer';
import test from 'ava';
import {addressRange} from '../../source/domain/address-range.ts';
import {rangeNeedles} from '../../source/query/range-needles.ts';
import {RecordChunk} from '../../source/query/record-chunk.ts';

for (const [range, ...spellings] of [
	['10.2.1.0/24', '10.2.1.14', '010.002.001.014', '::ffff:10.2.1.14', '::FFFF:0a02:010e', '0:0:0:0:0:ffff:a02:10e'],
	['10.2.*.7', '10.2.200.7', '10.02.200.7'],
	['10.0.0.0/7', '11.0.0.1'],
	['fd00:2::/32', 'fd00:2::9', 'FD00:0002:0::9', 'fd00:2::10.2.1.14'],
	['64:ff9b::/96', '64:ff9b::1', '0064:ff9b::1'],
	['::/64', '::1', '0:0:0:0:0:0:0:1'],
	['fe80::/10', 'febf::1'],
] as const) {
	test(`a record that names an address of ${range} is read, however it is spelled`, t => {
		t.deepEqual(spellings.filter(address => !isLookedAt(range, `from=${address}`)), []);
	});
}

test('records that name other addresses alone are not read', t => {
	t.false(isLookedAt('10.2.1.0/24', 'from=10.3.1.14 to=110.2.2.1'));
	t.false(isLookedAt('fd00:2::/32', 'from=fe80::1'));
});

function isLookedAt(range: string, record: string): boolean {
	const found = new Uint8Array(1);
	const chunk = new RecordChunk(Buffer.from(record), {starts: [0], ends: [record.length]});
	for (const needle of rangeNeedles(addressRange(range)!)) {
		chunk.markFound(needle, found);
	}

	return found[0] === 1;
}
