import test from 'ava';
import {deviceAddress, deviceKey} from '../../source/domain/device-address.ts';

for (const [one, other] of [
	['10.2.1.14', '010.002.001.014'],
	['10.2.1.14', '::ffff:10.2.1.14'],
	['10.2.1.14', '::ffff:0a02:010e'],
	['fe80::1', 'FE80:0:0:0:0:0:0:1'],
	['fe80::1%eth0', 'fe80::1'],
	['::', '0:0:0:0:0:0:0:0'],
	['00:1B:1b:aa:01:77', '00-1b-1b-aa-01-77'],
	['00:1B:1b:aa:01:77', '001b.1baa.0177'],
	['PLC-7.Plant.Local', 'plc-7.plant.local.'],
] as const) {
	test(`${one} and ${other} are one device`, t => {
		t.is(deviceKey(one), deviceKey(other));
	});
}

for (const name of ['256.1.1.1', '1.2.3', '1.2.3.4.5', '1::2::3', ':::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', 'g::1', '12345::1', '00:1b:1b:aa:01', 'plc-7', '', '1.2.3.4::']) {
	test(`'${name}' is no address`, t => {
		t.is(deviceAddress(name).type, 'name');
	});
}

test('a name that looks like a key of another kind is no such device', t => {
	t.not(deviceKey('mac/001b1baa0177'), deviceKey('00:1b:1b:aa:01:77'));
});
