import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {ByteMemory} from '../../../source/format/bytes/byte-memory.ts';
import {JsonMembers} from '../../../source/format/json/json-members.ts';
import {jsonKey} from '../../../source/format/bytes/key-names.ts';
import {PairList} from '../../../source/format/bytes/pair-list.ts';

const wanted = ['time', 'timestamp', 'user', 'u', '__proto__'].map(name => ({name, key: jsonKey(name)}));

/** Names that we look for and names that we do not, in spellings that begin alike or differ in capitals. */
const name = fc.oneof(
	fc.constantFrom('time', 'Time', 'timestamp', 'user', 'USER', 'u', 'users', '', '__proto__', 'other', 'é'),
	fc.string({unit: fc.constantFrom('a', 'u', 'é'), maxLength: 3}),
	fc.constantFrom(100, 101, 300).map(length => 'u'.repeat(length)),
);
const records = fc.array(fc.array(name, {maxLength: 8}), {maxLength: 12});

const named = (wantedName: string) => (written: string): boolean => written.toLowerCase() === wantedName;

test('whatever names came before, a record\'s members are found by name, the last of one name', t => {
	fc.assert(fc.property(records, lists => {
		const members = new JsonMembers();
		for (const names of lists) {
			const bytes = Buffer.from(`{${names.map(each => `"${each}":1`).join(',')}}`);
			t.true(members.read(bytes, 0, bytes.length));
			t.deepEqual(wanted.map(({key}) => members.find(key)), wanted.map(each => names.findLastIndex(named(each.name))));
		}
	}), {numRuns: 1000});
});

test('whatever names came before, a record\'s pairs are found by name, the first and the last of one name', t => {
	fc.assert(fc.property(records, lists => {
		const pairs = new PairList();
		for (const names of lists) {
			const bytes = Buffer.from(names.map(each => `${each}=`).join(''));
			pairs.clear(bytes);
			let at = 0;
			for (const each of names) {
				const keyEnd = at + Buffer.byteLength(each);
				pairs.add({keyStart: at, keyEnd, start: keyEnd + 1, end: keyEnd + 1, isQuoted: false});
				at = keyEnd + 1;
			}

			t.deepEqual(wanted.map(({key}) => pairs.find(key)), wanted.map(({name: each}) => names.findIndex(named(each))));
			t.deepEqual(wanted.map(({key}) => pairs.findLast(key)), wanted.map(({name: each}) => names.findLastIndex(named(each))));
		}
	}), {numRuns: 500});
});

test('records have one shape exactly when they have the same names in the same order', t => {
	fc.assert(fc.property(records, lists => {
		const members = new JsonMembers();
		const shapes = lists.map(names => {
			const bytes = Buffer.from(`{${names.map(each => `"${each}":1`).join(',')}}`);
			members.read(bytes, 0, bytes.length);
			return {names: names.map(each => Buffer.byteLength(each) > 100 ? 'too long to be known' : each), shape: members.shape};
		});
		for (const one of shapes) {
			for (const other of shapes) {
				t.is(one.shape === other.shape, JSON.stringify(one.names) === JSON.stringify(other.names));
			}
		}
	}), {numRuns: 300});
});

test('a key that was made known after a scanner is found as well', t => {
	const bytes = Buffer.from('{"late":1,"Late":2}');
	const members = new JsonMembers();
	t.true(members.read(bytes, 0, bytes.length));
	t.is(members.find(jsonKey('late')), 1);
});

test('a memory of more words than it can hold forgets, and never mistakes one for another', t => {
	const memory = new ByteMemory<number>();
	const twice = Array.from({length: 6000}, (_, index) => index % 3000);
	for (const word of twice) {
		const bytes = Buffer.from(`word ${word}`);
		const known = memory.find(bytes, 0, bytes.length);
		t.true(known === undefined || known === word);
		t.is(known ?? memory.remember(bytes, 0, bytes.length, word), word);
		t.is(memory.find(bytes, 0, bytes.length), word);
	}
});
