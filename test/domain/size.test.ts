import test from 'ava';
import {inBytes} from '../../source/domain/size.ts';

for (const [bytes, words] of [
	[0, '0 bytes'],
	[1, '1 byte'],
	[1023, '1023 bytes'],
	[1024, '1 kB'],
	[1535, '1 kB'],
	[65_536, '64 kB'],
	[1024 * 1024, '1 MB'],
	[1.54 * 1024 * 1024, '1.5 MB'],
	[9.96 * 1024 * 1024, '10 MB'],
	[10.4 * 1024 * 1024, '10 MB'],
	[1023 * 1024 * 1024, '1023 MB'],
	[1024 * 1024 * 1024, '1 GB'],
	[1.54 * (1024 ** 3), '1.5 GB'],
	[1024 ** 4, '1 TB'],
	[5000 * (1024 ** 4), '5000 TB'],
] as const) {
	test(`a size of ${bytes} is said as ${words}`, t => {
		t.is(inBytes(bytes), words);
	});
}
