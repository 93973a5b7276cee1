import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Health} from '../../source/engine/engine.ts';
import {healthWith} from '../../source/local/health-with.ts';
import {Ingest} from '../../source/local/ingest.ts';
import {healthNews} from '../../source/local/source-health.ts';
import {EventStore} from '../../source/store/event-store.ts';

const nothing = () => undefined;

/** Some logs of one file each, and what may happen to them. */
function openedLogs(count: number) {
	const store = new EventStore();
	const ingest = new Ingest({store, request: {paths: [], isFollowing: true, options: {}}, beforeChange: nothing, onChange: nothing});
	const ends: number[] = [];
	const add = () => {
		const id = ends.length;
		ingest.source({id, path: foreignText(`/logs/${id}.log`), name: foreignText(`${id}.log`)});
		ingest.generation({id, source: id, ordinal: 1, path: foreignText(`/logs/${id}.log`), modifiedMs: 7});
		ends.push(0);
	};

	for (let id = 0; id < count; id++) {
		add();
	}

	const read = (log: number, text: string) => {
		const bytes = Buffer.from(text);
		ingest.lines(log, ends[log]!, bytes, false);
		ends[log]! += bytes.length;
	};

	return {
		ingest,
		news: (sinceRevision?: number) => healthNews(ingest, store, sinceRevision),
		deeds: {
			add,
			line(log: number) {
				read(log, '2026-03-03 08:50:00,000 [x] INFO  audit- Login: user=dana\n');
			},
			text(log: number) {
				read(log, 'no time at all\n');
			},
			provisional(log: number) {
				ingest.provisional(log, ends[log]!, Buffer.from('2026-03-03 08:50:0'));
			},
			status(log: number) {
				ingest.status({...ingest.statuses[log]!, bytesRead: ends[log]!, state: {type: 'live'}});
			},
			fault(log: number) {
				ingest.fault({type: 'unreadable', source: log, subject: undefined, sentence: 'a sentence'});
			},
			hole(log: number) {
				ingest.hole({source: log, afterGeneration: log, fromMs: 5, toMs: 6, reason: 'a rotation was missed'});
			},
			caughtUp() {
				ingest.caughtUp();
			},
		},
	};
}

const logs = 4;
const deedNames = ['add', 'line', 'text', 'provisional', 'status', 'fault', 'hole', 'caughtUp', 'ask'] as const;
const deed = fc.record({name: fc.constantFrom(...deedNames), log: fc.nat(logs - 1)});

test('whatever happened between two questions, what changed and what was known are all that there is', t => {
	fc.assert(fc.property(fc.array(deed, {maxLength: 40}), happening => {
		const {news, deeds} = openedLogs(logs);
		let known: Health | undefined;
		const ask = () => {
			known = healthWith(known, news(known?.revision));
			t.deepEqual(known, healthWith(undefined, news()));
		};

		const acts = {...deeds, ask};
		for (const {name, log} of happening) {
			acts[name](log);
		}

		ask();
	}), {numRuns: 60});
});

test('of many logs only the one that was written to is told again', t => {
	const {news, deeds} = openedLogs(1000);
	const {revision} = news();
	deeds.line(77);
	const {changedSources, faults} = news(revision);
	t.deepEqual(changedSources.map(({source, events}) => [source, events]), [[77, 1]]);
	t.is(faults, undefined);
});
