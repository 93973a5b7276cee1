import test from 'ava';
import {diskTrouble} from '../../source/export/disk-trouble.ts';

for (const [error, sentence] of [
	[{code: 'EACCES'}, 'no permission to write in /evidence'],
	[{code: 'ENOENT'}, 'there is no folder /evidence'],
	[{code: 'ENOSPC'}, 'the disk of /evidence is full'],
	[{code: 'EEXIST'}, '/evidence/case.csv appeared meanwhile; nothing was replaced'],
	[{code: 'EREMOTEIO'}, '/evidence/case.csv cannot be written (EREMOTEIO)'],
	[{message: 'too tired'}, '/evidence/case.csv cannot be written (too tired)'],
] as const) {
	test(`a file that cannot be written says: ${sentence}`, t => {
		t.is(diskTrouble(error, '/evidence/case.csv'), sentence);
	});
}
