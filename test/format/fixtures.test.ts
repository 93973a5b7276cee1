import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import test from 'ava';
import {formats} from '../../source/format/formats.ts';
import {collect, tellEvent} from './collected-events.ts';

const folder = new URL('../fixtures/', import.meta.url);
const expectationEnding = '.events.json';

/** The logs in the folders of `fixtures/`; what reads a user's own formats has tests of its own. */
const logs = readdirSync(folder, {recursive: true, encoding: 'utf8'})
	.filter(path => path.includes('/') && !path.endsWith(expectationEnding) && !path.startsWith('user-formats/'))
	.toSorted();

/** With LEDGERLINE_WRITE_FIXTURES=1 the expectations are rewritten; their diff is reviewed like code. */
const isWriting = process.env.LEDGERLINE_WRITE_FIXTURES === '1';

for (const path of logs) {
	test(`fixture: ${path}`, t => {
		const content = readFileSync(new URL(path, folder));
		const collected = collect(content);
		const told = {
			events: collected.events.map(event => tellEvent(content, collected, event)),
			missing: collected.missing,
			faults: collected.faults,
		};
		const expectation = new URL(`${path}${expectationEnding}`, folder);
		if (isWriting) {
			writeFileSync(expectation, linesOf(told));
		}

		t.deepEqual(JSON.parse(linesOf(told)), JSON.parse(readFileSync(expectation, 'utf8')));
	});
}

for (const path of logs) {
	test(`the type column and the fields agree: ${path}`, t => {
		const content = readFileSync(new URL(path, folder));
		const collected = collect(content);
		for (const event of collected.events) {
			const {sourceAction = []} = tellEvent(content, collected, event).fields;
			const words = [sourceAction].flat();
			t.true(words.length === 0 || words.includes(event.type ?? ''), `${event.type} is not among ${words.join(', ')}`);
		}
	});
}

/** Formats in which we write: what is written is read again, in tests of their own. */
const ownFormats: ReadonlySet<string> = new Set(['notes', 'ledgerline-json', 'ledgerline-csv']);

test('every format has a log among the fixtures', t => {
	const seen = new Set(logs.flatMap(path => collect(readFileSync(new URL(path, folder))).events.map(({format}) => format)));
	t.deepEqual(formats.filter(({name}) => !seen.has(name) && !ownFormats.has(name)).map(({name}) => name), []);
});

/** One event a line, so that a diff shows which one changed. */
function linesOf({events, missing, faults}: {events: readonly unknown[]; missing: readonly string[]; faults: readonly string[]}): string {
	const lines = events.map(event => `\t\t${JSON.stringify(event)}`).join(',\n');
	return `{\n\t"events": [\n${lines}\n\t],\n\t"missing": ${JSON.stringify(missing)},\n\t"faults": ${JSON.stringify(faults)}\n}\n`;
}
