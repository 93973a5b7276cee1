import test from 'ava';
import {samples} from '../../bench/formats/samples.ts';
import {formats} from '../../source/format/formats.ts';

/** A row of the bench begins with the name of its format. */
const sampled = new Set(samples.map(({name}) => name.split(' ', 1)[0]!));

test('the bench reads every format that is recognised', t => {
	const missing = formats.filter(({name, isOnlyWhenNamed}) => isOnlyWhenNamed === undefined && !sampled.has(name)).map(({name}) => name);
	t.deepEqual(missing, []);
});
