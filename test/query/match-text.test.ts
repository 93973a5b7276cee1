import {Buffer} from 'node:buffer';
import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {compileQuery} from '../../source/query/compile.ts';
import {matchTerm, type NeedleTerm} from '../../source/query/match-text.ts';
import {RecordChunk} from '../../source/query/record-chunk.ts';
import {TestTimeline} from './timelines.ts';

const raw = String.raw`{"title":"PLC Stop","content":"line one\nZe\u0142da","user":"dana","from":"010.002.001.014","to":"FD00:0002::9","version":"10.2.7","via":"110.2.1.9"}`;
const message = 'PLC Stop: line one\nZełda';

for (const [search, isFound] of [
	['plc', true],
	['dana', true],
	['content', true],
	['nobody', false],
	['"stop: line"', true],
	['"line: stop"', false],
	['zełda', true],
	['message:zełda', true],
	['message:dana', false],
	['message:="plc stop: line one\nzełda"', true],
	['raw:content', true],
	['raw:zełda', false],
	['place:hall', true],
	['place:=hall', false],
	['place:="hall 2"', true],
	['colour:red', false],
	['title:stop', true],
	['sourceAddress:10.2.1.0/24', true],
	['sourceAddress:10.2.2.0/24', false],
	['src:10.*.1.14', true],
	['dst:10.*.1.14', false],
	['dst:fd00:2::/32', true],
	['ip:10.2.0.0/16', true],
	['ip:fd00:2:*', true],
	['targetAddress:::/0', true],
	['version:10.2.*', true],
	['version:10.3.*', false],
	['via:10.2.*', false],
] as const) {
	test(`a record ${isFound ? 'is found' : 'is not found'} by ${search}`, t => {
		const chunk = new RecordChunk(Buffer.from(raw), {starts: [0], ends: [Buffer.byteLength(raw)]});
		const found = matchTerm(termOf(search), {chunk, open: Uint8Array.of(1), markShown: nothingShown, describe: () => words});
		t.is(found[0], isFound ? 1 : 0);
	});
}

test('a word is found in what the row shows, though its bytes do not hold it', t => {
	const chunk = new RecordChunk(Buffer.from('uid=0'), {starts: [0], ends: [5]});
	t.is(matchTerm(termOf('root'), {chunk, open: Uint8Array.of(1), markShown: allShown, describe: () => words})[0], 1);
});

test('a record is read by its format only where its bytes cannot decide', t => {
	const chunk = new RecordChunk(Buffer.from('User creation: user=dana'), {starts: [0], ends: [24]});
	const describe = (): never => {
		throw new Error('The record was read');
	};

	t.is(matchTerm(termOf('eve'), {chunk, open: Uint8Array.of(1), markShown: nothingShown, describe})[0], 0);
});

test('records that an earlier term let go are not read again', t => {
	const chunk = new RecordChunk(Buffer.from(raw), {starts: [0], ends: [Buffer.byteLength(raw)]});
	const describe = (): never => {
		throw new Error('The record was read');
	};

	t.is(matchTerm(termOf('message:zełda'), {chunk, open: Uint8Array.of(0), markShown: nothingShown, describe})[0], 0);
});

const nothingShown = () => undefined;

function allShown(_term: unknown, found: Uint8Array): void {
	found.fill(1);
}

const words = {message: foreignText(message), fields: [{name: 'place', value: foreignText('Hall 2')}, {name: 'title', value: foreignText('PLC Stop')}, {name: 'sourceAddress', value: foreignText('010.002.001.014')}, {name: 'targetAddress', value: foreignText('FD00:0002::9')}, {name: 'version', value: foreignText('10.2.7')}, {name: 'via', value: foreignText('110.2.1.9')}]};

function termOf(search: string): NeedleTerm {
	const {textTerms} = compileQuery({facets: {}, keywords: [search]}, new TestTimeline().columns);
	return textTerms[0] as NeedleTerm;
}
