import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {ByteRun} from '../../../source/domain/event-draft.ts';
import {foreignText} from '../../../source/domain/foreign.ts';
import {decodeForeign, encodeForeign} from '../../../source/text/foreign.ts';
import {type Found, JsonDocument} from '../../../source/format/json/json-document.ts';
import {jsonFields} from '../../../source/format/json/json-fields.ts';
import {JsonMembers} from '../../../source/format/json/json-members.ts';
import {unescapeJson} from '../../../source/format/json/json-text.ts';
import {jsonKey} from '../../../source/format/bytes/key-names.ts';

/** As a value comes back from its JSON: -0 is 0. */
const asJson = (value: unknown): unknown => {
	const json = JSON.stringify(value);
	return JSON.parse(json);
};

const record = fc.dictionary(fc.string(), fc.jsonValue(), {noNullPrototype: true});

test('the members of an object lie where JSON.parse finds them', t => {
	fc.assert(fc.property(record, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
		const bytes = Buffer.from(JSON.stringify(value, undefined, indent));
		const members = new JsonMembers();
		t.true(members.read(bytes, 0, bytes.length));
		t.is(members.count, Object.keys(value).length);
		for (let member = 0; member < members.count; member++) {
			const key = JSON.parse(`"${bytes.toString('utf8', members.keyStarts[member], members.keyEnds[member])}"`) as string;
			const isString = typeof value[key] === 'string';
			const text = bytes.toString('utf8', members.starts[member]! - (isString ? 1 : 0), members.ends[member]! + (isString ? 1 : 0));
			t.deepEqual(JSON.parse(text), asJson(value[key]));
		}
	}), {numRuns: 500});
});

const said = fc.oneof(fc.string({unit: 'grapheme'}), fc.constantFrom('', '\\', '"', 'plain'));

test('a member says what JSON.parse says, whatever stands before it', t => {
	fc.assert(fc.property(fc.array(said, {maxLength: 6}), values => {
		const bytes = Buffer.from(JSON.stringify({...values}));
		const members = new JsonMembers();
		members.read(bytes, 0, bytes.length);
		for (const [member, value] of values.entries()) {
			const run = new ByteRun();
			members.setText(run, member);
			t.is(decodeForeign(run.bytes, run.start, run.end), foreignText(value));
		}
	}), {numRuns: 300});
});

test('a record cut anywhere is no object', t => {
	fc.assert(fc.property(record, fc.nat(), (value, cut) => {
		const bytes = Buffer.from(JSON.stringify(value));
		t.false(new JsonMembers().read(bytes, 0, cut % bytes.length));
	}), {numRuns: 500});
});

test('of members with one name the last counts, capitals or not', t => {
	const bytes = Buffer.from('{"Level":1,"level":2,"LEVELS":3}');
	const members = new JsonMembers();
	members.read(bytes, 0, bytes.length);
	t.is(members.find(jsonKey('LEVEL')), 1);
});

test('a string says what JSON.parse says; half a surrogate pair is the bytes that stand for it', t => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
		const json = JSON.stringify(text);
		const bytes = Buffer.from(json);
		const truth = encodeForeign(foreignText(text));
		t.true(Buffer.from(truth).equals(unescapeJson(bytes, 1, bytes.length - 1)));
	}), {numRuns: 500});
});

test('records of a list or a page are found however the document is laid out and wherever it is cut', t => {
	fc.assert(fc.property(fc.array(record, {maxLength: 6}), fc.constantFrom(undefined, 1, 4), fc.boolean(), fc.nat(), (records, indent, isPage, cut) => {
		const bytes = Buffer.from(JSON.stringify(isPage ? {'@odata.context': 'x', value: records, next: [1, {a: 2}]} : records, undefined, indent));
		const found: Found[] = [];
		const document = new JsonDocument();
		const lineEnd = bytes.indexOf(0x0A, cut % bytes.length) + 1;
		document.walk(bytes, lineEnd, found);
		t.is(document.walk(bytes, bytes.length, found), 'closed');
		// A page without records is a record itself: it may tell something.
		const truth = isPage && records.length === 0 ? 1 : records.length;
		t.is(found.length, truth);
		for (const [index, {start, end}] of isPage && records.length === 0 ? [] : found.entries()) {
			t.deepEqual(JSON.parse(bytes.toString('utf8', start, end)), asJson(records[index]));
		}
	}), {numRuns: 500});
});

for (const [name, text] of [
	['a newline inside a string', '{"a":"b\n'],
	['a comma too many', '[{"a":1},,{}]'],
	['a bracket of the wrong kind', '{"a":[1}'],
	['a list of something else', '[1,2]'],
	['nesting beyond the limit', '{"a":'.repeat(600)],
	['a word that JSON does not know', '{"a":yes}'],
] as const) {
	test(`damage is noticed: ${name}`, t => {
		const bytes = Buffer.from(text);
		t.is(new JsonDocument().walk(bytes, bytes.length, []), 'damaged');
	});
}

test('fields keep the digits of numbers, and share a name in lists', t => {
	const bytes = Buffer.from('{"big":90071992547409931234,"list":[1,"b",null,{"deep":true}],"empty":"","none":null}');
	t.deepEqual(jsonFields(bytes, 0, bytes.length).map(({name, value}) => `${name}=${value}`), ['big=90071992547409931234', 'list=1', 'list=b', 'list.deep=true', 'empty=']);
});
