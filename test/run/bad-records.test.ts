import {Buffer} from 'node:buffer';
import test from 'ava';
import {ledgerline, temporaryFolder} from './program.ts';

const object = (text: string): string => `{"time":"2026-03-03T08:50:00Z",${text}}`;
const deep = 20_000;

/** What breaks readers of logs, what becomes of it, and the faults that are counted for it. */
for (const [name, file, content, events, faults] of [
	['JSON that breaks off', 'a.jsonl', `${object('"msg":"whole"')}\n{"time":"2026-03-03T08:50:00Z","msg":"no en\n${object('"msg":"after"')}\n`, 3, ['record-damaged']],
	['half a JSON record at the end', 'a.jsonl', `${object('"msg":"whole"')}\n{"time":"2026-03-03T08:50:01Z","ms`, 2, ['record-damaged']],
	['nesting 20,000 deep', 'a.jsonl', `${object(`"a":${'['.repeat(deep)}${']'.repeat(deep)}`)}\n${object('"msg":"after"')}\n`, 2, []],
	['nesting 20,000 deep that never ends', 'a.jsonl', `{"a":${'['.repeat(deep)}\n${object('"msg":"after"')}\n`, 2, ['record-damaged']],
	['keys that occur twice', 'a.jsonl', `${object('"user":"dana","user":"erin"')}\n`, 1, []],
	['keys that mean the prototype', 'a.jsonl', `${object('"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}')}\n`, 1, []],
	['a number beyond 2^53', 'a.jsonl', `${object('"big":90071992547409931234')}\n`, 1, []],
	['a time that no calendar has', 'a.jsonl', '{"time":"2026-02-30T08:50:00Z","msg":"x"}\n', 1, ['time-unusable']],
	['nanoseconds that no second has room for', 'a.jsonl', `{"instant":{"epochSecond":1772527800,"nanoOfSecond":${'9'.repeat(30)}},"message":"x"}\n`, 1, []],
	['a quote that is never closed', 'a.jsonl', `{"time":"2026-03-03T08:50:00Z","msg":"${'x'.repeat(3000)}\n${object('"msg":"after"')}\n`, 2, ['record-damaged']],
	['CSV with newlines in quotes', 'a.csv', 'name,time,severity,message\na,2026-03-03T08:50:00Z,INFO,"one\ntwo"\nb,2026-03-03T08:50:01Z,INFO,"so ""and"" so"\n', 2, []],
	['CSV whose quote is never closed', 'a.csv', `name,time,severity,message\na,2026-03-03T08:50:00Z,INFO,"one\n${Array.from({length: 300}, (_, line) => `b${line},2026-03-03T08:50:01Z,INFO,x\n`).join('')}`, 301, ['record-damaged']],
	['half a CSV record at the end', 'a.csv', 'name,time,severity,message\na,2026-03-03T08:50:00Z,INFO,x\nb,2026-03-03T08:50:01Z,INFO,"half', 2, ['record-damaged']],
	['half an audit line at the end', 'a.log', '2026-03-03 08:50:00,000 [t] INFO  audit- Login: user=dana\n2026-03-03 08:50:0', 2, []],
] as const) {
	test(`a bad record is an event that keeps its bytes, and a fault that is counted: ${name}`, async t => {
		const cwd = temporaryFolder(t, {[file]: content});
		const raw = await ledgerline(['print', '--output', 'raw', file], {cwd});
		const ended = content.endsWith('\n') ? content : `${content}\n`;
		t.is(Buffer.from(raw.stdout).toString(), ended);
		const told = await ledgerline(['stats', file], {cwd});
		const counted = JSON.parse(told.text) as {events: number; faults: ReadonlyArray<{type: string}>};
		t.is(counted.events, events);
		t.deepEqual(counted.faults.map(({type}) => type), [...faults]);
	});
}

test('of keys that occur twice the last counts, and a large number keeps its digits', async t => {
	const cwd = temporaryFolder(t, {'a.jsonl': `${object('"user":"dana","user":"erin","big":90071992547409931234,"__proto__":{"polluted":1}')}\n`});
	const {events} = await ledgerline(['print', '--output', 'jsonl', 'a.jsonl'], {cwd});
	t.like(events[0], {user: 'erin', fields: {big: '90071992547409931234', '__proto__.polluted': '1'}});
});

test('of nanoseconds that no second has room for, the second stays', async t => {
	const instants = ['999999999', '1000000000', '-1', '1.5', '"x"', '9'.repeat(30)].map(nanos => `{"instant":{"epochSecond":1772527800,"nanoOfSecond":${nanos}},"message":"x"}\n`);
	const {events} = await ledgerline(['print', '--output', 'jsonl', 'a.jsonl'], {cwd: temporaryFolder(t, {'a.jsonl': instants.join('')})});
	t.deepEqual(events.map(({time}) => time), [...Array.from({length: 5}, () => '2026-03-03T08:50:00Z'), '2026-03-03T08:50:00.999999999Z']);
});
