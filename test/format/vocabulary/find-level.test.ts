import test from 'ava';
import fc from 'fast-check';
import {bytesOf} from '../../../source/format/bytes/byte-text.ts';
import {hasLevel} from '../../../source/format/vocabulary/find-level.ts';
import {letterSeverity} from '../../../source/format/vocabulary/logged-severity.ts';
import {levelSeverityOf, levelWords} from '../../../source/format/vocabulary/severity-words.ts';

const hasLevelIn = (line: string): boolean => hasLevel(bytesOf(line), 0, bytesOf(line).length);

for (const [line, isThere] of [
	['2026-03-03 08:50:40 startup packages configure', false],
	['2026-03-03 08:50:40 info: started', true],
	['08:50:40 I/Net(12)', true],
	['i am no level', false],
	['WARN', true],
	['the last letter is E', true],
	['statements of information', true],
	['a detail in small letters', false],
	['a [detail] in brackets', true],
	['', false],
] as const) {
	test(`a level stands in a line or not: ${line}`, t => {
		t.is(hasLevelIn(line), isThere);
	});
}

/** Every word of the line asked by itself. */
function hasLevelSlowly(line: string): boolean {
	return line.matchAll(/[\da-z]+/giv).some(({0: word, index}) => {
		const bytes = bytesOf(line);
		return levelSeverityOf(bytes, index, index + word.length) > 0 || letterSeverity(bytes, index, index + word.length) > 0;
	});
}

const levelish = fc.constantFrom(...levelWords, 'W', 'e', 'A', 'stat', '4', 'x').chain(word => fc.constantFrom(word, word.toUpperCase(), `${word}s`, `1${word}`));
const marks = fc.constantFrom(' ', '[', ']', ': ', '/', '-', '', '_');

const lines = fc.array(fc.tuple(levelish, marks), {maxLength: 6}).map(parts => parts.flat().join(''));

test('a level is found wherever asking every word finds one', t => {
	fc.assert(fc.property(lines, line => {
		t.is(hasLevelIn(line), hasLevelSlowly(line), line);
	}), {numRuns: 500});
});
