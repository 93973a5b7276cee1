import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {ByteRun} from '../../../source/domain/event-draft.ts';
import {JsonLookup, type JsonPaths, jsonPaths} from '../../../source/format/json/json-lookup.ts';
import {JsonMembers} from '../../../source/format/json/json-members.ts';
import {decodeForeign} from '../../../source/text/foreign.ts';

const names = ['user', 'name', 'host', 'id'] as const;

/** Places in records of these names, in lists of one to many. */
const texts = [
	['user'],
	['user > name', 'name'],
	['host > user > name', 'host > id', 'host', 'id'],
	['id > id > id', 'user > id', 'name > host', 'name', 'user', 'id', 'host'],
] as const;
const places = texts.map(paths => jsonPaths(...paths));

const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const {value} = fc.letrec<{value: unknown; object: Record<string, unknown>}>(tie => ({
	value: fc.oneof({depthSize: 'medium'}, plain, tie('object'), fc.array(tie('object'), {maxLength: 2})),
	object: fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 4, noNullPrototype: true}),
}));
const record = fc.dictionary(fc.constantFrom(...names), value, {maxKeys: 4, noNullPrototype: true});

const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one);

/** The slow twin: what JSON.parse made, walked name by name; of a list, its first element. */
function toldAt(whole: unknown, path: string): string | undefined {
	let at = whole;
	for (const name of path.split(' > ')) {
		const object = Array.isArray(at) ? at[0] as unknown : at;
		at = isObject(object) ? object[name] : undefined;
	}

	return at !== '' && ['string', 'number', 'boolean'].includes(typeof at) ? String(at) : undefined;
}

function found(lookup: JsonLookup, paths: JsonPaths): string | undefined {
	if (!lookup.find(paths)) {
		return undefined;
	}

	const run = new ByteRun();
	lookup.giveTo(run);
	return decodeForeign(run.bytes, run.start, run.end);
}

test('of several places the first that holds a plain value is found, whatever records came before', t => {
	fc.assert(fc.property(fc.array(record, {minLength: 1, maxLength: 8}), records => {
		const lookup = new JsonLookup(new JsonMembers());
		for (const each of records) {
			const bytes = Buffer.from(JSON.stringify(each));
			t.true(lookup.open(bytes, 0, bytes.length));
			const truth = texts.map(paths => paths.map(path => toldAt(each, path)).find(text => text !== undefined));
			t.deepEqual(places.map(paths => found(lookup, paths)), truth);
		}
	}), {numRuns: 500});
});

for (const [name, json, truth] of [
	['of objects with one name the last counts', '{"user":{"name":1},"user":{"name":2}}', '2'],
	['behind an object a plain value of that name counts', '{"user":{"name":1},"user":3,"name":"dana"}', 'dana'],
	['an object that is none holds nothing', '{"user":{"name" 1},"name":"dana"}', 'dana'],
	['a text that looks like an object is none', '{"user":"{}","name":"dana"}', 'dana'],
	['what stands behind an object is found', '{"user":{"id":{"name":1}},"name":"dana"}', 'dana'],
] as const) {
	test(`${name}, in the first record and in those like it`, t => {
		const lookup = new JsonLookup(new JsonMembers());
		const bytes = Buffer.from(`${json}${json}${json}`);
		const each = [0, 1, 2].map(at => lookup.open(bytes, at * json.length, (at + 1) * json.length) ? found(lookup, places[1]!) : undefined);
		t.deepEqual(each, [truth, truth, truth]);
	});
}
