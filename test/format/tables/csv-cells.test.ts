import {Buffer} from 'node:buffer';
import test from 'ava';
import {parse} from 'csv-parse/sync';
import {stringify} from 'csv-stringify/sync';
import fc from 'fast-check';
import {ByteRun} from '../../../source/domain/event-draft.ts';
import {foreignText} from '../../../source/domain/foreign.ts';
import {CsvCells} from '../../../source/format/tables/csv-cells.ts';
import {decodeForeign} from '../../../source/text/foreign.ts';

for (const [name, record, cells] of [
	['plain cells', 'a,b', ['a', 'b']],
	['an empty cell at either end', ',b,', ['', 'b', '']],
	['a delimiter and a newline in quotes', '"a,\nb",c', ['a,\nb', 'c']],
	['a doubled quote in quotes is one', '"a""b",c', ['a"b', 'c']],
	['doubled quotes outside quotes are two', 'a""b,c', ['a""b', 'c']],
	['a cell of one quote', '"""",c', ['"', 'c']],
	['a quoted cell that never ends', 'a,"b', ['a', 'b']],
	['bytes that are not UTF-8 beside a doubled quote', Buffer.from([0x22, 0xFF, 0x22, 0x22, 0x22]), ['\u{DCFF}"']],
] as const) {
	test(`cells: ${name}`, t => {
		const bytes = Buffer.from(record);
		const found = new CsvCells();
		const run = new ByteRun();
		found.read(bytes, 0, bytes.length, 0x2C);
		t.deepEqual(Array.from({length: found.count}, (_, cell) => found.text(bytes, cell)), cells.map(text => foreignText(text)));
		t.deepEqual(Array.from({length: found.count}, (_, cell) => {
			found.setRun(run, bytes, cell);
			return decodeForeign(run.bytes, run.start, run.end);
		}), cells.map(text => foreignText(text)));
	});
}

const cell = fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', ' ', 'a', 'é'), {maxLength: 6}).map(parts => parts.join(''));

for (const delimiter of [',', ';', '\t']) {
	test(`cells that a library wrote are those that it reads: ${JSON.stringify(delimiter)}`, t => {
		const asRead = fc.property(fc.array(cell, {minLength: 1, maxLength: 8}), cells => {
			const record = stringify([cells], {delimiter, eof: false});
			const bytes = Buffer.from(record);
			const found = new CsvCells();
			found.read(bytes, 0, bytes.length, delimiter.charCodeAt(0));
			const [read = ['']] = parse(record, {delimiter});
			t.deepEqual(Array.from({length: found.count}, (_, number) => found.text(bytes, number)), read.map(text => foreignText(text)));
		});
		fc.assert(asRead);
	});
}
