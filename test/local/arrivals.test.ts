import test from 'ava';
import {Arrivals, settleMs} from '../../source/local/arrivals.ts';
import {EventStore} from '../../source/store/event-store.ts';
import {eventAt} from '../store/drafts.ts';

function storeOfTwoFiles(): EventStore {
	const store = new EventStore();
	store.addGeneration(0, 0, 0);
	store.addGeneration(1, 1, 0);
	return store;
}

test('an event is given on once the next one of its file has come, or nothing for a while', t => {
	const store = storeOfTwoFiles();
	const arrivals = new Arrivals(store);
	store.append(eventAt(0, {micros: 9}), 0, false);
	store.append(eventAt(0, {micros: 1}), 1, false);
	t.deepEqual(arrivals.take(10, 0), []);
	store.append(eventAt(10, {micros: 5}), 0, false);
	t.deepEqual(arrivals.take(10, 100), [0]);
	t.true(arrivals.isHolding);
	t.deepEqual(arrivals.take(10, settleMs), [1]);
	t.deepEqual(arrivals.take(10, 100 + settleMs), [2]);
	t.false(arrivals.isHolding);
});

test('a line without its end waits for it, however long that takes', t => {
	const store = storeOfTwoFiles();
	const arrivals = new Arrivals(store);
	store.append({...eventAt(0, {micros: 1}), isProvisional: true}, 0, false);
	t.deepEqual(arrivals.take(10, 0), []);
	t.deepEqual(arrivals.take(10, 10 * settleMs), []);
	store.replace(0, eventAt(0, {micros: 1}), false);
	t.deepEqual(arrivals.take(10, 10 * settleMs), [0]);
});

test('what is not taken stays, and counts as backlog', t => {
	const store = storeOfTwoFiles();
	const arrivals = new Arrivals(store);
	for (let index = 0; index < 5; index++) {
		store.append(eventAt(index * 10, {micros: index}), 0, false);
	}

	t.deepEqual(arrivals.take(2, 0), [0, 1]);
	t.is(arrivals.backlog, 2);
	t.deepEqual(arrivals.take(9, 0), [2, 3]);
	t.is(arrivals.backlog, 0);
});

test('the last event of a file and the hole after it are given on before the next file of the log', t => {
	const store = new EventStore();
	store.addGeneration(0, 0, 0);
	store.addGeneration(1, 0, 0);
	const arrivals = new Arrivals(store);
	store.append(eventAt(0, {micros: 1}), 0, false);
	store.appendGap({source: 0, afterGeneration: 0, micros: 2, sentence: 'not seen'});
	store.append(eventAt(0, {micros: 3}), 1, false);
	store.append(eventAt(10, {micros: 4}), 1, false);
	t.deepEqual(arrivals.take(10, 0), [0, 1, 2]);
});

test('a line without its end waits for it while the next file of the log goes on', t => {
	const store = new EventStore();
	store.addGeneration(0, 0, 0);
	store.addGeneration(1, 0, 0);
	const arrivals = new Arrivals(store);
	store.append({...eventAt(0, {micros: 1}), isProvisional: true}, 0, false);
	store.append(eventAt(0, {micros: 3}), 1, false);
	store.append(eventAt(10, {micros: 4}), 1, false);
	t.deepEqual(arrivals.take(10, 0), [1]);
});
