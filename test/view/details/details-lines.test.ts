import test from 'ava';
import {detailLines} from '../../../source/view/details/details-lines.ts';
import {layoutOf} from '../../../source/view/layout.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

/** The lines of the only event's details, blanks put together. */
async function linesOf(message: string): Promise<string[]> {
	const engine = inMemoryEngine([{time: '2026-03-03T09:00:00Z', action: 'login', message, fields: {session: 'c-1'}}]);
	const open = await lived(await answered(freshState(), engine), [{type: 'open-details'}], engine);
	const state = await answered(open, engine);
	return detailLines(state, layoutOf(state).detailsColumns).map(({spans}) => spans.map(({text}) => text).join('').replaceAll(/ +/gv, ' ').trim());
}

test('of a value too long to be read on the screen its beginning is shown and the rest counted, and what else is known stands below', async t => {
	const lines = await linesOf('word '.repeat(2_000_000));
	const rest = lines.findIndex(line => line.startsWith('... and'));
	t.is(lines.slice(rest, rest + 2).join(' '), '... and 9,983,616 letters more: an export has them');
	t.true(lines.includes('session c-1'));
	t.true(lines.length < 1000);
});

test('a long value is not cut in the midst of a letter', async t => {
	const lines = await linesOf(`x${'\u{1F600}'.repeat(10_000)}`);
	const [shown = ''] = lines.join(' ').split('... and', 1);
	t.is(shown.match(/\u{1F600}/gv)?.length, 8191);
	t.true(lines.join(' ').includes('... and 3,618 letters more'));
});
