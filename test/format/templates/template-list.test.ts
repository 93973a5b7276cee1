import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {firstOf, openMessages} from '../../../source/format/messages/known-messages.ts';
import {searchEffort} from '../../../source/format/templates/search-effort.ts';
import {Template} from '../../../source/format/templates/template.ts';
import {TemplateList} from '../../../source/format/templates/template-list.ts';

const patternPiece = fc.constantFrom('Failed ', 'Failed', 'for ', ' for ', 'user ', ' from ', ': ', ' ', '{a}', '{b...}', '{c:word}', '{time}', 'x');
const pattern = fc.array(patternPiece, {minLength: 1, maxLength: 6}).map(pieces => pieces.join(''));
const text = fc.array(fc.constantFrom('Failed', 'for', 'user', 'from', ':', ' ', '  ', 'x', '12', 'é'), {maxLength: 12}).map(pieces => pieces.join(''));

test('templates that are not tried because one like them broke off would not have fitted', t => {
	fc.assert(fc.property(fc.array(pattern, {minLength: 1, maxLength: 8}), fc.array(text, {minLength: 1, maxLength: 4}), (patterns, texts) => {
		const list = new TemplateList(patterns.map(each => new Template(each)));
		for (const each of texts) {
			t.deepEqual(fittingIn(list, Buffer.from(each)), patterns.flatMap((one, index) => isFit(new Template(one), Buffer.from(each)) ? [index] : []), JSON.stringify(each));
		}
	}), {numRuns: 2000});
});

function fittingIn(list: TemplateList, bytes: Uint8Array): number[] {
	const fitting: number[] = [];
	const run = {start: 0, end: bytes.length};
	for (let index = list.next(0, bytes, run, readTime(bytes)); index >= 0; index = list.next(index + 1, bytes, run, readTime(bytes))) {
		fitting.push(index);
	}

	return fitting;
}

const isFit = (template: Template, bytes: Uint8Array): boolean => template.match(bytes, 0, bytes.length, readTime(bytes));

/** Two digits are a time here. */
const readTime = (bytes: Uint8Array) => (at: number, end: number): number => at + 2 <= end && bytes[at] === 0x31 && bytes[at + 1] === 0x32 ? at + 2 : -1;

const message = fc.array(fc.constantFrom('Failed', 'for', 'user', 'User', 'no', 'pg', ' ', '  ', 'x', '"', 'é'), {maxLength: 8}).map(pieces => pieces.join(''));

const timeless = pattern.filter(each => !each.includes('{time}'));

test('messages found by their first bytes are those that are found by trying all', t => {
	fc.assert(fc.property(fc.array(timeless, {minLength: 1, maxLength: 8}), message, (patterns, written) => {
		const bytes = Buffer.from(written);
		const {byHead} = openMessages(patterns.map(each => ({pattern: each})));
		t.is(firstOf(byHead, bytes, 0, bytes.length) !== undefined, patterns.some(each => isFit(new Template(each), bytes)), JSON.stringify(written));
	}), {numRuns: 2000});
});

const behindWord = fc.array(fc.constantFrom('H=', 'H=x', 'F=', 'SMTP call', 'SMTP', ' from ', ' ', '{a}', '{b...}', '{c:word}'), {minLength: 1, maxLength: 5}).map(pieces => '1{queue:word} ' + pieces.join(''));
const numbered = fc.array(fc.constantFrom('1', '1w0cyS', ' ', '  ', 'H=', 'F=', 'SMTP call', 'from', 'x', '10.20.0.99'), {maxLength: 10}).map(pieces => pieces.join(''));

test('of messages that begin with a word the first that fits is found by what stands behind the word', t => {
	fc.assert(fc.property(fc.array(behindWord, {minLength: 2, maxLength: 8}), numbered, (patterns, written) => {
		const bytes = Buffer.from(written);
		const {byHead} = openMessages(patterns.map(each => ({pattern: each})));
		const first = patterns.map(each => new Template(each)).find(each => isFit(each, bytes));
		t.deepEqual(placesIn(firstOf(byHead, bytes, 0, bytes.length)?.template), placesIn(first), JSON.stringify(written));
	}), {numRuns: 2000});
});

const placesIn = (template: Template | undefined): unknown => template && {names: template.names, starts: template.starts, ends: template.ends};

for (const slot of ['{a}', '{a...}']) {
	test(`a template is tried though the text behind its slot begins as one that lies nowhere: ${slot}`, t => {
		const list = new TemplateList([new Template(`${slot} from {b:word}`), new Template(`${slot} for {b:word}`)]);
		const bytes = Buffer.from('one for two');
		t.is(list.next(0, bytes, {start: 0, end: bytes.length}), 1);
	});
}

const longName = '"bob '.repeat(2000);

test('a long text is searched once for what the texts behind a slot begin with, however many templates have it', t => {
	const list = new TemplateList(Array.from({length: 400}, (_, index) => new Template(`User "{user...}" logged in by way ${index}.{tail:word}`)));
	const bytes = Buffer.from(`User ${longName}`);
	searchEffort.begin(bytes.length);
	t.is(list.next(0, bytes, {start: 0, end: bytes.length}), -1);
	t.false(searchEffort.isSpent);
	searchEffort.end();
});

test('a text that ends hundreds of slots in hundreds of places is given up, and the next one is compared with all templates', t => {
	const list = new TemplateList([...Array.from({length: 400}, (_, index) => new Template(`{a...} "{b...} "{c...} "${index}`)), new Template('User{more}')]);
	const costly = Buffer.from(`User ${longName}`);
	searchEffort.begin(costly.length);
	t.is(list.next(0, costly, {start: 0, end: costly.length}), -1);
	t.true(searchEffort.isSpent);
	searchEffort.begin(8);
	t.is(list.next(0, Buffer.from('User bob'), {start: 0, end: 8}), 400);
	searchEffort.end();
});
