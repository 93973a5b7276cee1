import test from 'ava';
import fc from 'fast-check';
import {bytesOf} from '../../../source/format/bytes/byte-text.ts';
import {HeadIndex} from '../../../source/format/templates/head-index.ts';
import {afterText} from '../../../source/format/templates/template.ts';

const word = fc.constantFrom('Failed', 'Fail', 'FAILED', 'login', 'log', 'for', 'F', '');
const sentence = fc.array(word, {maxLength: 4}).map(words => words.join(' '));
const spaced = fc.array(fc.tuple(word, fc.constantFrom(' ', '  ')), {maxLength: 5}).map(words => words.map(pair => pair.join('')).join(''));

test('a text finds every head that it begins with, in their order', t => {
	fc.assert(fc.property(fc.array(sentence, {maxLength: 12}), spaced, (heads, text) => {
		const items = heads.map((head, number) => ({head: bytesOf(head), number}));
		const bytes = bytesOf(text);
		const canBegin = ({head}: {readonly head: Uint8Array}) => afterText(bytes, 0, bytes.length, head) >= 0;
		t.deepEqual(new HeadIndex(items).itemsAt(bytes, 0).filter(item => canBegin(item)), items.filter(item => canBegin(item)));
	}));
});
