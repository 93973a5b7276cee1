import test from 'ava';
import {EventStore} from '../../source/store/event-store.ts';
import {eventAt} from './drafts.ts';

const modifiedMicros = 9_000_000;

function storeWith(...generations: ReadonlyArray<readonly [id: number, source: number]>): EventStore {
	const store = new EventStore();
	for (const [id, source] of generations) {
		store.addGeneration(id, source, modifiedMicros);
	}

	return store;
}

function timeline(store: EventStore): number[] {
	store.order.settle();
	return Array.from({length: store.order.count}, (_, position) => store.order.rowAt(position));
}

test('events of two sources stand as one timeline', t => {
	const store = storeWith([0, 0], [1, 1]);
	store.append(eventAt(0, {micros: 10}), 0, false);
	store.append(eventAt(10, {micros: 30}), 0, false);
	store.append(eventAt(0, {micros: 20}), 1, false);
	t.deepEqual(timeline(store), [0, 2, 1]);
	t.is(store.eventCount, 3);
});

test('events of one instant stand by source, then as they were written', t => {
	const store = storeWith([0, 1], [1, 0]);
	store.append(eventAt(0, {micros: 10}), 0, false);
	store.append(eventAt(10, {micros: 10}), 0, false);
	store.append(eventAt(10, {micros: 10}), 1, false);
	store.append(eventAt(0, {micros: 10}), 1, false);
	t.deepEqual(timeline(store), [3, 2, 0, 1]);
});

test('nanoseconds keep the order inside one microsecond, and all digits come back', t => {
	const store = storeWith([0, 0]);
	store.append(eventAt(0, {micros: 10, nanos: 999}), 0, false);
	store.append(eventAt(10, {micros: 10, nanos: 1}), 0, false);
	t.deepEqual(timeline(store), [1, 0]);
	t.deepEqual(store.columns.instantOf(0), {micros: 10, nanos: 999, digits: 6});
});

test('a line without a time stands after the line above it', t => {
	const store = storeWith([0, 0]);
	store.append(eventAt(0, {micros: 10}), 0, false);
	store.append(eventAt(10, {}), 0, false);
	store.append(eventAt(20, {micros: 11}), 0, false);
	t.deepEqual(timeline(store), [0, 1, 2]);
	t.is(store.columns.microsOf(1), 10);
	t.true(store.columns.isTimeBorrowed(1));
	t.false(store.columns.isTimeBorrowed(0));
});

test('lines without a time at the head of a file stand before its first line with one', t => {
	const store = storeWith([0, 0], [1, 1]);
	store.append(eventAt(0, {micros: 5}), 1, false);
	store.append(eventAt(0, {}), 0, false);
	store.append(eventAt(10, {}), 0, false);
	t.is(store.columns.microsOf(1), modifiedMicros);
	store.append(eventAt(20, {micros: 7}), 0, false);
	t.deepEqual(timeline(store), [0, 1, 2, 3]);
	t.is(store.columns.microsOf(1), 7);
});

test('lines without a time at the head of a later generation stand after the generation before', t => {
	const store = storeWith([0, 0], [1, 0]);
	store.append(eventAt(0, {micros: 5}), 0, false);
	store.append(eventAt(0, {}), 1, false);
	store.append(eventAt(10, {micros: 8}), 1, false);
	t.is(store.columns.microsOf(1), 5);
	t.deepEqual(timeline(store), [0, 1, 2]);
});

test('a file without any time stands where it was last changed', t => {
	const store = storeWith([0, 0]);
	store.append(eventAt(0, {}), 0, false);
	t.is(store.columns.microsOf(0), modifiedMicros);
	t.deepEqual(timeline(store), [0]);
});

test('an event understood better keeps its own time and changes its columns', t => {
	const store = storeWith([0, 0]);
	store.append(eventAt(0, {micros: 5, user: 'dana'}), 0, false);
	store.amend(0, eventAt(0, {micros: 6, user: 'eve', action: 3}).draft);
	t.is(store.columns.microsOf(0), 5);
	t.is(store.segmentOf(0).action[0], 3);
	const user = store.users.bytesOf(store.segmentOf(0).user[0]!);
	t.is(new TextDecoder().decode(user), 'eve');
});

test('an event that had borrowed its time moves to its own when it turns out to have one', t => {
	const store = storeWith([0, 0], [1, 1]);
	store.append(eventAt(0, {micros: 5}), 0, false);
	store.append(eventAt(10, {}), 0, false);
	store.append(eventAt(0, {micros: 7}), 1, false);
	t.deepEqual(timeline(store), [0, 1, 2]);
	store.amend(1, eventAt(10, {micros: 9}).draft);
	t.deepEqual(timeline(store), [0, 2, 1]);
	t.false(store.columns.isTimeBorrowed(1));
});

test('a gap stands right after what is known of the generation before it, and is no event', t => {
	const store = storeWith([0, 0], [1, 0]);
	store.append(eventAt(0, {micros: 5}), 0, false);
	store.append(eventAt(10, {micros: 6}), 0, false);
	const gap = {source: 0, afterGeneration: 0, micros: 1, sentence: 'about 20 MB could not be read'};
	const row = store.appendGap(gap);
	store.append(eventAt(0, {micros: 6}), 1, false);
	t.deepEqual(timeline(store), [0, 1, row, 3]);
	t.is(store.columns.microsOf(row), 6);
	t.is(store.gapOf(row), gap);
	t.is(store.eventCount, 3);
	t.is(store.rowCount, 4);
});

test('a gap before all generations moves before the first event once that is known', t => {
	const store = storeWith([0, 0]);
	const row = store.appendGap({source: 0, afterGeneration: undefined, micros: 99, sentence: 'older files were gone'});
	t.is(store.columns.microsOf(row), 99);
	store.append(eventAt(0, {micros: 5}), 0, false);
	t.deepEqual(timeline(store), [row, 1]);
	t.is(store.columns.microsOf(row), 5);
});

test('parts of a record elsewhere in the file belong to its event', t => {
	const store = storeWith([0, 0]);
	const row = store.append(eventAt(0, {micros: 5}), 0, false);
	t.deepEqual(store.pieces.of(row), []);
	store.attach(row, {offsetBytes: 40, lengthBytes: 12});
	t.deepEqual(store.pieces.of(row), [{offsetBytes: 40, lengthBytes: 12}]);
});

test('every change of an answer changes the revision', t => {
	const store = storeWith([0, 0]);
	const seen = new Set([store.revision]);
	const row = store.append({...eventAt(0, {micros: 5}), isProvisional: true}, 0, true);
	seen.add(store.revision);
	store.setLength(row, 20);
	seen.add(store.revision);
	store.amend(row, eventAt(0, {micros: 5}).draft);
	seen.add(store.revision);
	t.is(seen.size, 4);
});

test('a line that has grown stands for what it has become, at its new time', t => {
	const store = storeWith([0, 0], [1, 1]);
	const row = store.append({...eventAt(0, {micros: 1, user: 'da'}), isProvisional: true}, 0, false);
	store.append(eventAt(0, {micros: 15}), 1, false);
	store.replace(row, eventAt(0, {micros: 19, user: 'dana'}), false);
	t.deepEqual(timeline(store), [1, row]);
	t.is(store.segmentOf(row).flags[row], 0);
	t.is(store.eventCount, 2);
});

test('an event that turned out to be none leaves the timeline', t => {
	const store = storeWith([0, 0]);
	store.append(eventAt(0, {micros: 1}), 0, false);
	const row = store.append(eventAt(10, {}), 0, false);
	store.withdraw(row);
	t.deepEqual(timeline(store), [0]);
	t.is(store.eventCount, 1);
});

test('what was shown ahead of its turn is confirmed where it turns out the same, and not where it is longer', t => {
	const store = storeWith([0, 0]);
	const ahead = eventAt(100, {micros: 10, user: 'dana'});
	const [same, longer] = [store.appendAhead(ahead, 0), store.appendAhead(ahead, 0)];
	t.true(store.confirm(same, ahead, false));
	t.false(store.confirm(longer, {...ahead, lengthBytes: 11}, false));
});

test('a line without a time that was withdrawn stays away when its neighbours find theirs', t => {
	const store = storeWith([0, 0]);
	const withdrawn = store.append(eventAt(0, {}), 0, false);
	const staying = store.append(eventAt(10, {}), 0, false);
	store.withdraw(withdrawn);
	const timed = store.append(eventAt(20, {micros: 5}), 0, false);
	t.deepEqual(timeline(store), [staying, timed]);
	t.is(store.columns.microsOf(staying), 5);
});

test('memory held grows with each column that has something to tell', t => {
	const held = (values: Parameters<typeof eventAt>[1]) => {
		const store = storeWith([0, 0]);
		store.append(eventAt(0, {micros: 1}), 0, false);
		store.append(eventAt(10, {micros: 2, ...values}), 0, false);
		return store.columns.heldBytes;
	};

	const rows = 65_536;
	t.is(held({severity: 2}) - held({}), rows);
	t.is(held({severity: 2, action: 3}) - held({}), 2 * rows);
});
