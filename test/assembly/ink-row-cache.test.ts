import {readFileSync} from 'node:fs';
import test from 'ava';

test('in the built program Ink keeps what it knows of rows from frame to frame', t => {
	t.regex(readFileSync('dist/ledgerline.js', 'utf8'), /\.styledChars\.size\s*>\s*(?:2000|2e3)/v);
});
