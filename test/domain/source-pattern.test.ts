import test from 'ava';
import fc from 'fast-check';
import {isSourceNamed} from '../../source/domain/source-pattern.ts';

for (const [pattern, path, isNamed] of [
	['auth.log', '/var/log/auth.log', true],
	['log/auth.log', '/var/log/auth.log', true],
	['/var/log/auth.log', '/var/log/auth.log', true],
	['/auth.log', '/var/log/auth.log', false],
	['auth', '/var/log/auth.log', false],
	['*.log', '/var/log/auth.log', true],
	['sensor*.jsonl', 'sensor-north.jsonl', true],
	['sensor-?.jsonl', 'sensor-7.jsonl', true],
	['sensor-?.jsonl', 'sensor-17.jsonl', false],
	['v*/auth.log', '/var/log/auth.log', false],
	['v*/*/auth.log', '/var/log/auth.log', true],
	['a=b.log', 'a=b.log', true],
	['*a*b*', 'xxaxxbxxab', true],
	['*a*b', 'xxaxxbxxa', false],
] as const) {
	test(`a source is named: ${pattern} for ${path}`, t => {
		t.is(isSourceNamed(pattern, path), isNamed);
	});
}

test('a pattern of stars and letters means what a regular expression of the same says', t => {
	const letters = fc.string({unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8});
	const names = fc.string({unit: fc.constantFrom('a', 'b'), maxLength: 8});
	fc.assert(fc.property(letters, names, (pattern, name) => {
		const same = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'v');
		t.is(isSourceNamed(pattern, name), same.test(name));
	}), {numRuns: 500});
});
