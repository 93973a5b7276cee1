import {Buffer} from 'node:buffer';
import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {Ingest} from '../../source/local/ingest.ts';
import {healthNews} from '../../source/local/source-health.ts';
import {EventStore} from '../../source/store/event-store.ts';

const nothing = () => undefined;

function ingestInto(store: EventStore): Ingest {
	const ingest = new Ingest({store, request: {paths: [], isFollowing: false, options: {}}, beforeChange: nothing, onChange: nothing});
	ingest.source({id: 0, path: foreignText('/logs/audit.log'), name: foreignText('audit.log')});
	ingest.generation({id: 0, source: 0, ordinal: 1, path: foreignText('/logs/audit.log'), modifiedMs: 7});
	return ingest;
}

test('more users than can be told apart is said once, and every line is still an event', t => {
	const store = new EventStore();
	const ingest = ingestInto(store);
	let offsetBytes = 0;
	for (let part = 0; part < 3; part++) {
		const lines = Array.from({length: 30_000}, (_, line) => `2026-03-03 08:50:00,000 [x] INFO  audit- Login: user=u${part}-${line}\n`);
		const bytes = Buffer.from(lines.join(''));
		ingest.lines(0, offsetBytes, bytes, false);
		offsetBytes += bytes.length;
	}

	t.is(store.eventCount, 90_000);
	t.deepEqual(ingest.faults.all.map(({fault, count}) => `${fault.type} ${count}`), ['too-many-values 1']);
});

test('a hole is a gap where it lies, at the time its bytes were written when no record tells a better one', t => {
	const store = new EventStore();
	const ingest = ingestInto(store);
	ingest.hole({source: 0, afterGeneration: 0, fromMs: 5, toMs: 6, reason: '1 rotation was missed'});
	t.is(store.gapOf(0)?.sentence, '1 rotation was missed');
	t.is(store.columns.microsOf(0), 5000);
});

test('a hole that the records tell of counts beside those that following found', t => {
	const store = new EventStore();
	const ingest = ingestInto(store);
	ingest.status({source: 0, state: {type: 'live'}, generations: 1, bytesRead: 0, holes: 1, notices: []});
	ingest.lines(0, 0, Buffer.from([3001, 3002, 3007].map(serial => `type=USER_END msg=audit(1772527805.341:${serial}): pid=1 uid=0 auid=0 ses=1 msg='op=x res=success'\n`).join('')), false);
	ingest.generationEnded(0, 0, Buffer.of());
	t.deepEqual(healthNews(ingest, store).changedSources.map(({holes}) => holes), [2]);
});

test('alike faults are one with a count, the newest last', t => {
	const ingest = ingestInto(new EventStore());
	for (const sentence of ['first', 'second', 'first']) {
		ingest.fault({type: 'unreadable', source: undefined, subject: undefined, sentence});
	}

	t.deepEqual(ingest.faults.all.map(({fault, count}) => `${fault.sentence} ${count}`), ['second 1', 'first 2']);
});

test('layouts and formats that cannot be used are faults, and those that can are used', t => {
	const store = new EventStore();
	const dots = '{"pattern": "(?<timestamp>[^.]+)[.] (?<body>.*)"}';
	const request = {
		paths: [], isFollowing: false, options: {},
		layoutsJson: JSON.stringify({layouts: [{name: 'semicolons', pattern: '{time};{record}', dateOrder: 'year-first', actionEndsWith: ' > '}, {name: 'broken'}]}),
		formatsText: [{name: 'x.json', text: `{"elsewhere_log": {"regex": {"r": ${dots}}, "file-pattern": "x"}, "dot_log": {"regex": {"r": ${dots}}, "file-pattern": "audit", "converter": {}}, "y": {}}`}],
	};
	const ingest = new Ingest({store, request, beforeChange: nothing, onChange: nothing});
	ingest.source({id: 0, path: foreignText('/logs/audit.log'), name: foreignText('audit.log')});
	ingest.generation({id: 0, source: 0, ordinal: 1, path: foreignText('/logs/audit.log'), modifiedMs: 7});
	ingest.lines(0, 0, Buffer.from('2026-03-03 08:50:00;Login > user=dana\n2026-03-03 08:50:01. hello\n'), false);
	t.deepEqual(ingest.faults.all.map(({fault}) => fault.type), ['layout-refused', 'format-refused', 'format-incomplete']);
	const {linesPerFormat} = ingest.generations[0]!;
	t.deepEqual(ingest.formatSet.formats.flatMap(({name}, row) => linesPerFormat[row] === 0 ? [] : [name]), ['console-audit', 'dot_log']);
});

test('what changes about a source, and no event tells, makes a new revision all the same', t => {
	const ingest = ingestInto(new EventStore());
	const before = ingest.revision;
	ingest.status({source: 0, state: {type: 'blind', reason: 'audit.log cannot be read'}, generations: 1, bytesRead: 0, holes: 0, notices: []});
	const afterStatus = ingest.revision;
	ingest.fault({type: 'unreadable', source: 0, subject: undefined, sentence: 'it cannot be read'});
	t.true(before < afterStatus && afterStatus < ingest.revision);
});
