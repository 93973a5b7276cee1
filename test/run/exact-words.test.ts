import {Buffer} from 'node:buffer';
import test from 'ava';
import {exactWords} from '../../source/run/exact-words.ts';

const commandLine = Buffer.concat([Buffer.from('node\0--title=x\0ledgerline.js\0print\0pr'), Buffer.from([0xFC]), Buffer.from('fung.log\0')]);

test('a word whose bytes are not UTF-8 keeps them', t => {
	t.deepEqual(exactWords(['print', 'pr\u{FFFD}fung.log'], () => commandLine), ['print', `pr${String.fromCharCode(0xDC_FC)}fung.log`]);
});

test('words that are UTF-8 are taken as they are, and nothing is read', t => {
	t.deepEqual(exactWords(['print', 'prüfung.log'], () => {
		throw new Error('read in vain');
	}), ['print', 'prüfung.log']);
});

test('where the system does not tell the bytes, the words stay', t => {
	t.deepEqual(exactWords(['pr\u{FFFD}fung.log'], () => {
		throw new Error('no such file');
	}), ['pr\u{FFFD}fung.log']);
});
