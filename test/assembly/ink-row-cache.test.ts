import {readFileSync} from 'node:fs';
import test from 'ava';
import {builtScript} from './built-program.ts';

test('in the built program Ink keeps what it knows of rows from frame to frame', t => {
	t.regex(readFileSync(builtScript('ledgerline'), 'utf8'), /\.styledChars\.size\s*>\s*(?:2000|2e3)/v);
});
