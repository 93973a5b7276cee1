import test from 'ava';
import {untakenLimit} from '../../source/local/doorman-messages.ts';

for (const [names, limit] of [[1, 64], [16, 64], [17, 68], [64, 256], [5000, 512]] as const) {
	test(`of ${names} logs, ${limit} files may wait to be taken`, t => {
		t.is(untakenLimit(names), limit);
	});
}
