import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {Ingest} from '../../source/local/ingest.ts';
import {timelineColumns} from '../../source/query/coded-columns.ts';
import {EventStore} from '../../source/store/event-store.ts';
import {placeOfRow, rowFlag} from '../../source/store/segment.ts';

/** Logs whose records need what stands above them, or run over lines. */
const sampleNames = [
	'console-audit/mgmt-audit.log.1',
	'syslog/auth.log',
	'auditd/auditd.audit.log',
	'auditd/odd.log',
	'log4j/core.log',
	'csv/sensor-timeline.csv',
	'zeek/zeek-conn.log',
	'sensor-timeline/sensor-timeline.jsonl',
	'journald/journal.jsonl',
	'journald/journal.export',
	'json-lines/pages.json',
	'web/nginx-access.log',
	'hostile/hostile.ndjson',
];
const samples = sampleNames.map(name => fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

const nothing = () => undefined;

class Reading {
	readonly store = new EventStore();
	readonly changed: number[] = [];
	readonly ingest: Ingest;

	constructor() {
		const beforeChange = (row: number) => {
			this.changed.push(row);
		};

		this.ingest = new Ingest({store: this.store, request: {paths: [], isFollowing: true, options: {}}, beforeChange, onChange: nothing});
		this.ingest.source({id: 0, path: foreignText('/logs/a.log'), name: foreignText('a.log')});
		this.ingest.generation({id: 0, source: 0, ordinal: 1, path: foreignText('/logs/a.log'), modifiedMs: Date.UTC(2026, 10, 22)});
	}

	/** Everything that the timeline tells, in its order, without the numbers of rows. */
	get told(): Array<Record<string, unknown>> {
		const {store} = this;
		const columns = timelineColumns(store, {formats: this.ingest.formatSet.formats.map(({name}) => name), pathOf: () => foreignText('/logs/a.log')});
		store.order.settle();
		return Array.from({length: store.order.count}, (_, position) => {
			const row = store.order.rowAt(position);
			const segment = store.segmentOf(row);
			const at = placeOfRow(row);
			return {
				...store.columns.instantOf(row),
				isBorrowed: store.columns.isTimeBorrowed(row),
				offset: segment.offsetBytes[at],
				length: segment.lengthBytes[at],
				flags: segment.flags[at],
				pieces: store.pieces.of(row),
				gap: store.gapOf(row)?.sentence,
				values: Object.values(columns).map(column => column.valuesOf(column.codesIn(segment)[at]!)),
			};
		});
	}
}

type Plan = {readonly sample: number; readonly copies: number; readonly aheadFrom: number; readonly aheadTo: number; readonly pieces: number};

const plan: fc.Arbitrary<Plan> = fc.record({
	sample: fc.nat(samples.length - 1),
	copies: fc.integer({min: 1, max: 3}),
	aheadFrom: fc.double({min: 0, max: 1, noNaN: true}),
	aheadTo: fc.double({min: 0, max: 1, noNaN: true}),
	pieces: fc.integer({min: 1, max: 5}),
});

test('a log whose newest lines were shown ahead tells in the end just what it tells when read from the front', t => {
	fc.assert(fc.property(plan, ({sample, copies, aheadFrom, aheadTo, pieces}) => {
		const bytes = Buffer.concat(Array.from({length: copies}, () => samples[sample]!));
		const plain = new Reading();
		give(plain, bytes, pieces);
		const reading = new Reading();
		const start = lineStartAt(bytes, Math.floor(aheadFrom * bytes.length));
		const end = lineStartAt(bytes, start + Math.floor(aheadTo * (bytes.length - start)));
		giveAhead(reading, bytes, {start, end});
		give(reading, bytes, pieces);
		t.deepEqual(reading.told, plain.told);
		t.is(reading.store.eventCount, plain.store.eventCount);
		t.is(reading.ingest.generations[0]!.eventCount, plain.ingest.generations[0]!.eventCount);
		t.deepEqual(reading.ingest.faults.all, plain.ingest.faults.all);
	}), {numRuns: 40});
});

test('lines shown ahead are on the timeline at once, and nothing that was seen changes when their turn comes', t => {
	const lines = auditLines(3000);
	const reading = new Reading();
	const start = lineStartAt(lines, lines.length - 5000);
	giveAhead(reading, lines, {start, end: lines.length});
	const shown = reading.told;
	t.true(shown.length > 30);
	reading.changed.length = 0;
	give(reading, lines, 3);
	t.deepEqual(reading.changed, []);
	t.is(reading.told.length, 3000);
	t.deepEqual(reading.told.slice(-shown.length), shown.map(event => ({...event, flags: 0})));
});

test('a line without a time of its own is not shown ahead: it may belong to a record not read yet', t => {
	const lines = Buffer.from('2026-03-03 08:50:00,000 [x] ERROR a.B - it broke\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n2026-03-03 08:50:01,000 [x] INFO a.B - it works\n');
	const reading = new Reading();
	giveAhead(reading, lines, {start: lines.indexOf('\tat'), end: lines.length});
	t.is(reading.store.eventCount, 1);
	give(reading, lines, 1);
	t.is(reading.store.eventCount, 2);
});

test('the columns that a heading line names are known ahead', t => {
	const csv = samples[sampleNames.indexOf('csv/sensor-timeline.csv')]!;
	const reading = new Reading();
	giveAhead(reading, csv, {start: lineStartAt(csv, csv.length - 400), end: csv.length});
	const {store} = reading;
	const formats = Array.from({length: store.rowCount}, (_, row) => reading.ingest.formatSet.formats[store.segmentOf(row).format[row]!]!.name);
	t.true(formats.length > 0);
	t.true(formats.every(name => name === 'csv'), formats.join(' '));
});

test('what was shown ahead goes when the file was written anew before its turn', t => {
	const lines = auditLines(200);
	const reading = new Reading();
	giveAhead(reading, lines, {start: 0, end: lines.length});
	t.is(reading.store.eventCount, 200);
	reading.ingest.aheadGone(0);
	t.is(reading.store.eventCount, 0);
	t.is(reading.ingest.generations[0]!.eventCount, 0);
	t.true(Array.from({length: 200}, (_, row) => reading.store.segmentOf(row).flags[row]! & rowFlag.withdrawn).every(flag => flag !== 0));
});

test('JSON laid out over lines is not guessed at from its end', t => {
	const json = Buffer.from(`[\n${Array.from({length: 50}, (_, index) => `  {\n    "timestamp": ${1_700_000_000_000 + index},\n    "title": "x"\n  }`).join(',\n')}\n]\n`);
	const reading = new Reading();
	giveAhead(reading, json, {start: lineStartAt(json, json.length - 200), end: json.length});
	t.is(reading.store.eventCount, 0);
});

const auditLines = (count: number): Uint8Array => Buffer.from(Array.from({length: count}, (_, line) =>
	`2026-03-03 08:${String(Math.floor(line / 60)).padStart(2, '0')}:${String(line % 60).padStart(2, '0')},000 [x] INFO  audit- Login: user=u${line % 7}\n`).join(''));

const headBytes = 600;
const newline = 0x0A;

function giveAhead({ingest}: Reading, bytes: Uint8Array, {start, end}: {readonly start: number; readonly end: number}): void {
	const head = bytes.subarray(0, Math.min(start, lineStartAt(bytes, headBytes)));
	const middle = lineStartAt(bytes, Math.floor((start + end) / 2));
	for (const [from, to] of [[start, middle], [middle, end]] as const) {
		if (to > from) {
			ingest.ahead(0, from, bytes.subarray(from, to), head);
		}
	}
}

/** In whole lines, and the last line however it ends. */
function give({ingest}: Reading, bytes: Uint8Array, pieces: number): void {
	const last = bytes.lastIndexOf(newline) + 1;
	let from = 0;
	for (let piece = 1; piece <= pieces; piece++) {
		const to = piece === pieces ? last : lineStartAt(bytes, Math.floor(last * piece / pieces));
		if (to === from) {
			continue;
		}

		ingest.lines(0, from, bytes.subarray(from, to), false);
		from = to;
	}

	ingest.generationEnded(0, last, bytes.subarray(last));
}

/** The first line start at or behind a place. */
function lineStartAt(bytes: Uint8Array, at: number): number {
	return at === 0 ? 0 : bytes.indexOf(newline, at - 1) + 1 || bytes.lastIndexOf(newline) + 1;
}
