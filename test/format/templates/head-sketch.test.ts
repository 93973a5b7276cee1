import test from 'ava';
import fc from 'fast-check';
import {bytesOf} from '../../../source/format/bytes/byte-text.ts';
import {HeadSketch} from '../../../source/format/templates/head-sketch.ts';
import {afterText} from '../../../source/format/templates/template.ts';

const letters = fc.string({unit: fc.constantFrom('F', 'f', 'a', 'i', ' ', '1', '=', '[', 'é'), maxLength: 5});

test('a text is turned away only where it begins with none of the heads', t => {
	fc.assert(fc.property(fc.array(letters, {maxLength: 4}), letters, (heads, text) => {
		const bytes = bytesOf(text);
		const hasHead = heads.some(head => afterText(bytes, 0, bytes.length, bytesOf(head)) >= 0);
		t.true(new HeadSketch(heads.map(head => bytesOf(head))).mayBeginAt(bytes, 0) || !hasHead);
	}), {numRuns: 300});
});

for (const [name, text, isTurnedAway] of [
	['a head itself', 'Failed login', false],
	['three bytes of a head', 'Fai', false],
	['another letter', 'Fox', true],
	['another first byte of the same five bits', '&ailed', true],
	['more spaces than the head has', 'A   user', false],
	['nothing', '', true],
] as const) {
	test(`a message that begins with ${name} is ${isTurnedAway ? '' : 'not '}turned away`, t => {
		t.is(new HeadSketch(['Failed', 'A user'].map(head => bytesOf(head))).mayBeginAt(bytesOf(text), 0), !isTurnedAway);
	});
}
