import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {hasOpenQuote} from '../../../source/format/intake/line-text.ts';
import {OpenQuotes} from '../../../source/format/tables/open-quotes.ts';

const line = fc.array(fc.constantFrom('"', ',', 'a'), {maxLength: 6}).map(parts => parts.join(''));

test('whether a quote is open at the end of a line is told as by counting the quotes of each, whatever the lines before held', t => {
	const quotes = new OpenQuotes();
	const asCounted = fc.property(fc.array(line, {maxLength: 12}), lines => {
		const bytes = Buffer.from(lines.join('\n'));
		quotes.begin(bytes);
		let start = 0;
		for (const {length} of lines) {
			t.is(quotes.isOpenAt(start, start + length), hasOpenQuote(bytes, start, start + length));
			start += length + 1;
		}
	});
	fc.assert(asCounted);
});
