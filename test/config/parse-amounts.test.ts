import test from 'ava';
import {parseDuration, parseRate, parseSize} from '../../source/config/parse-amounts.ts';

for (const [read, text, value] of [
	[parseDuration, '250ms', 250],
	[parseDuration, '10s', 10_000],
	[parseDuration, '1.5m', 90_000],
	[parseDuration, '1h30m', 5_400_000],
	[parseDuration, '1w', 604_800_000],
	[parseSize, '4096', 4096],
	[parseSize, '64kB', 65_536],
	[parseSize, '10MB', 10_485_760],
	[parseSize, '10 mb', 10_485_760],
	[parseSize, '1.5k', 1536],
	[parseRate, '0.5', 0.5],
	[parseRate, '200', 200],
] as const) {
	test(`${read.name}: ${text}`, t => {
		t.deepEqual(read(text), {value});
	});
}

for (const [read, text] of [
	[parseDuration, ''],
	[parseDuration, '10'],
	[parseDuration, '-1h'],
	[parseDuration, '1y'],
	[parseSize, '0'],
	[parseSize, 'MB'],
	[parseSize, '10 apples'],
	[parseSize, '-1MB'],
	[parseRate, '0'],
	[parseRate, '-4'],
	[parseRate, 'fast'],
	[parseRate, 'Infinity'],
] as const) {
	test(`${read.name} refuses '${text}' and shows how to write it`, t => {
		const reading = read(text);
		t.true('trouble' in reading && reading.trouble.startsWith(`'${text}' is not a `) && reading.trouble.includes('write'));
	});
}
