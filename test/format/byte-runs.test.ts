import {Buffer} from 'node:buffer';
import test from 'ava';
import {ByteRun} from '../../source/domain/event-draft.ts';
import {setJsonText} from '../../source/format/json/json-text.ts';

test('what was decoded for one run stays while others are decoded, whatever their lengths', t => {
	const runs = Array.from({length: 4}, () => new ByteRun());
	for (const round of [1, 300, 20, 70_000]) {
		const texts = runs.map((_, at) => `"${String(at).repeat(round + at)}`);
		for (const [at, run] of runs.entries()) {
			const written = Buffer.from(JSON.stringify(texts[at]));
			setJsonText(run, written, 1, written.length - 1);
		}

		t.deepEqual(runs.map(({bytes, start, end}) => Buffer.from(bytes.subarray(start, end)).toString()), texts);
	}
});
