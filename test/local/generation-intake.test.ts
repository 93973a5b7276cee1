import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Intake, IntakeSink} from '../../source/format/format.ts';
import {GenerationIntake} from '../../source/local/generation-intake.ts';
import {EventStore} from '../../source/store/event-store.ts';
import {draftOf, eventAt} from '../store/drafts.ts';

const noBytes = new Uint8Array(0);

/** An intake that does what the test tells it, in order: one deed for each call. */
function scripted(deeds: Array<(sink: IntakeSink) => unknown>) {
	const store = new EventStore();
	store.addGeneration(0, 0, 0);
	const changed: number[] = [];
	const faults: string[] = [];
	const openIntake = (sink: IntakeSink): Intake => {
		const act = () => {
			deeds.shift()!(sink);
		};

		const provisional = () => {
			act();
			return false;
		};

		return {push: act, provisional, end: act, describe: () => ({message: foreignText(''), severityWord: undefined, fields: []}), message: () => foreignText(''), isHolding: false, linesPerFormat: []};
	};

	const intake = new GenerationIntake({id: 0, source: 0, ordinal: 1, path: foreignText('/x'), modifiedMs: 0}, {
		store,
		beforeChange(row) {
			changed.push(row);
		},
		fault(type, sentence) {
			faults.push(`${type}: ${sentence}`);
		},
		openIntake,
	});
	return {store, intake, changed, faults};
}

const unfinished = (offsetBytes: number, user: string) => ({...eventAt(offsetBytes, {micros: 1, user}), isProvisional: true});

function timelineUsers(store: EventStore): string[] {
	store.order.settle();
	const rows = Array.from({length: store.order.count}, (_, position) => store.order.rowAt(position));
	return rows.map(row => {
		const user = store.users.bytesOf(store.segmentOf(row).user[row]!);
		return `${row} ${new TextDecoder().decode(user)}`;
	});
}

test('a line that grows, and then ends, stays one event', t => {
	const {store, intake, changed} = scripted([
		sink => sink.add(unfinished(0, 'd')),
		sink => sink.add(unfinished(0, 'da')),
		sink => sink.add(eventAt(0, {micros: 1, user: 'dana'})),
	]);
	intake.provisional(noBytes, 0);
	intake.provisional(noBytes, 0);
	t.deepEqual(timelineUsers(store), ['0 da']);
	intake.lines(noBytes, 0, false);
	t.deepEqual(timelineUsers(store), ['0 dana']);
	t.deepEqual(changed, [0, 0]);
	t.is(intake.eventCount, 1);
});

test('a line that turned out to belong to the record above is no event any more', t => {
	const {store, intake, changed} = scripted([
		sink => sink.add(eventAt(0, {micros: 1, user: 'dana'})),
		sink => sink.add(unfinished(11, 'x')),
		sink => {
			sink.extend(0, 30, undefined);
		},
	]);
	intake.lines(noBytes, 0, false);
	intake.provisional(noBytes, 11);
	intake.end(noBytes, 11);
	t.deepEqual(timelineUsers(store), ['0 dana']);
	t.deepEqual(changed, [0, 1]);
	t.is(store.segmentOf(0).lengthBytes[0], 30);
	t.is(store.eventCount, 1);
	t.is(intake.eventCount, 1);
});

test('records that belong together are one event with all their parts', t => {
	const {store, intake} = scripted([sink => {
		sink.add(eventAt(0, {micros: 1}));
		sink.attach(0, 50, 7, draftOf({micros: 1, user: 'root'}));
	}]);
	intake.lines(noBytes, 0, false);
	t.deepEqual(timelineUsers(store), ['0 root']);
	t.deepEqual(store.pieces.of(0), [{offsetBytes: 50, lengthBytes: 7}]);
});

test('records that the format misses are a gap after the events before them', t => {
	const {store, intake, faults} = scripted([sink => {
		sink.add(eventAt(0, {micros: 5}));
		sink.missing('3 records are missing');
		sink.fault('time-unusable', 'odd');
	}]);
	intake.lines(noBytes, 0, true);
	t.is(store.gapOf(1)?.sentence, '3 records are missing');
	t.is(store.columns.microsOf(1), 5);
	t.deepEqual(faults, ['time-unusable: odd']);
});
