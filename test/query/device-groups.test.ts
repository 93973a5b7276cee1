import test from 'ava';
import fc from 'fast-check';
import {type Foreign, foreignText} from '../../source/domain/foreign.ts';
import {groupFinder, groupMember} from '../../source/query/device-groups.ts';

const group = (name: string, ...members: readonly string[]) => ({name: foreignText(name), members: members.map(member => foreignText(member))});

const groupsOf = groupFinder([
	group('plant', '10.2.0.0/16', 'plc-7.plant.local'),
	group('press', '10.2.1.14', '00:1b:1b:aa:01:77'),
	group('six', 'fd00:2::/32'),
	group('old', '0.0.0.0/0'),
	group('presses', '10.*.1.14'),
]);

for (const [device, groups] of [
	['10.2.1.14', ['plant', 'press', 'old', 'presses']],
	['10.2.255.255', ['plant', 'old']],
	['10.3.0.0', ['old']],
	['::ffff:10.2.1.14', ['plant', 'press', 'old', 'presses']],
	['10.9.1.14', ['old', 'presses']],
	['fd00:2:ffff::9%eth0', ['six']],
	['fd00:3::', []],
	['00-1B-1B-AA-01-77', ['press']],
	['PLC-7.plant.local', ['plant']],
	['plc-8.plant.local', []],
	['', []],
	['\u{1B}[2J', []],
] as const) {
	test(`'${device.replace('\u{1B}', 'ESC')}' is in ${groups.join(' and ') || 'no group'}`, t => {
		t.deepEqual<readonly string[], readonly string[]>(groupsOf(foreignText(device)), groups);
	});
}

for (const wrong of ['10.2.0.0/33', 'fd00::/129', 'plc-7/8', '10.2.0.0/', '/8', '10.2.0.0/8/8', '10.2.0.0/x']) {
	test(`'${wrong}' is not a network`, t => {
		t.is(groupMember(wrong), undefined);
	});
}

const ipv4 = fc.nat(0xFF_FF_FF_FF);
const spelled = (number: number) => [24, 16, 8, 0].map(shift => (number >>> shift) & 0xFF).join('.');
const aNetwork = fc.record({base: ipv4, bits: fc.nat(32)});

const someNetworks = fc.array(aNetwork, {maxLength: 12});
const someAddresses = fc.array(ipv4, {maxLength: 8});

test('an address is in just the networks whose first bits it has, however they overlap', t => {
	fc.assert(fc.property(someNetworks, someAddresses, (networks, addresses) => {
		const finder = groupFinder(networks.map(({base, bits}, at) => group(String(at), `${spelled(base)}/${bits}`)));
		for (const address of [...addresses, ...networks.map(({base}) => base)]) {
			const slow = networks.flatMap(({base, bits}, at) => isIn(address, base, bits) ? [String(at)] : []);
			const device = foreignText(spelled(address));
			t.deepEqual<readonly string[], readonly string[]>(finder(device), slow);
		}
	}));
});

const isIn = (address: number, base: number, bits: number) => firstBits(address, bits) === firstBits(base, bits);

const firstBits = (number: number, count: number): string => number.toString(2).padStart(32, '0').slice(0, count);

test('ten thousand devices in a thousand networks are each looked up without a walk over the networks', t => {
	const networks = Array.from({length: 1000}, (_, at) => `10.${at >> 2}.${(at & 3) * 64}.0/18`);
	let reads = 0;
	const members = networks.map(network => foreignText(network));
	const counted = new Proxy(members, {
		get(target, key, receiver): unknown {
			reads++;
			return Reflect.get(target, key, receiver);
		},
	});
	const finder = groupFinder([{name: foreignText('all'), members: counted}]);
	const readsToBuild = reads;
	const devices: Foreign[] = Array.from({length: 10_000}, (_, at) => foreignText(`10.${at % 250}.${at % 256}.7`));
	t.is(devices.filter(device => finder(device).length === 1).length, 10_000);
	t.is(reads, readsToBuild);
});
