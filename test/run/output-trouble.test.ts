import test from 'ava';
import {outputTrouble} from '../../source/run/output-trouble.ts';

for (const [name, code, isToFile, sentence] of [
	['a reader that has seen enough', 'EPIPE', false, undefined],
	['a terminal that hung up', 'EIO', false, undefined],
	['a file on a disk that fails', 'EIO', true, 'standard output takes no more: its disk reports an error'],
	['a file on a full disk', 'ENOSPC', true, 'standard output takes no more: its disk is full'],
	['anything else', 'EBADF', false, 'standard output takes no more: EBADF'],
] as const) {
	test(`what ended standard output is said, unless nothing is lost: ${name}`, t => {
		t.is(outputTrouble(code, isToFile), sentence);
	});
}
