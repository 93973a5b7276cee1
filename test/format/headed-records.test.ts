import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect, tellEvent} from './collected-events.ts';
import {fixtureLines} from './fixture-lines.ts';

/** Lines that name the columns of a table, and rows that might be of it. */
const headings = [
	['Event time;Level;Nachricht;Device;Owner', /;.*;/sv],
	['time,severity,message', /,.*,/sv],
	['#fields\tts\tuid\tid.orig_h', /\t/v],
	['#Fields: date time c-ip cs-method', /^#|^\d{4}-/v],
] as const;

/** Lists, above whose records a line that names columns is an event by itself, and lines that name columns themselves. */
const part = /^(?:[#<\[]|\{$|\{"[Rr]ecords")|^\s*$|^[^\d\{]*[,;].*[,;]/v;

for (const [heading, row] of headings) {
	test(`a record says the same below a line that names the columns of others: ${heading}`, t => {
		const lines = fixtureLines(5).filter(line => !part.test(line) && !row.test(line));
		t.true(lines.length > 100);
		t.deepEqual(lines.filter(line => told(`${heading}\n${line}\n`) !== told(`${line}\n`)), []);
	});
}

/** What is told of the first event, but for where it lies. */
function told(text: string): string {
	const bytes = Buffer.from(text, 'latin1');
	const collected = collect(bytes);
	const {offset, ...facts} = tellEvent(bytes, collected, collected.events[0]!);
	return JSON.stringify(facts);
}
