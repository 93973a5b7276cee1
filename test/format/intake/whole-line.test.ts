import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect} from '../collected-events.ts';

const record = (second: number) => `{"timestamp":177252780${second}000,"type":"USER_LOGIN","title":"Login","severity":"INFO","content":"from 10.2.1.4${second}","owner":null}`;
const windowsEvent = (id: number) => `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>${id}</EventID><TimeCreated SystemTime="2026-03-03T08:50:0${id}Z"/></System></Event>`;

/** What a line without its newline gives: how many settled events, and whether it is over. */
function unfinished(text: string, above = '') {
	const head = Buffer.from(above);
	const {events, intake} = collect(head, {isOpen: true});
	const isOver = intake.provisional(Buffer.from(text), head.length);
	return {isOver, settled: events.filter(({isProvisional}) => isProvisional === undefined).length, provisional: events.filter(({isProvisional}) => isProvisional).length};
}

for (const [name, text, settled] of [
	['a list', `[${record(1)},${record(2)}]`, 2],
	['a list of one', `[${record(1)}]`, 1],
	['a list with blanks behind it', `[${record(1)}]  \r`, 1],
	['a page', `{"@odata.context":"x","value":[${record(1)},${record(2)},${record(3)}]}`, 3],
	['records beside each other', `${record(1)} ${record(2)}`, 2],
	['Windows events in their list', `<Events>${windowsEvent(1)}${windowsEvent(2)}</Events>`, 2],
	['Windows events beside each other', `${windowsEvent(1)}${windowsEvent(2)}`, 2],
] as const) {
	test(`on one line without a newline ${name} is over with its last bracket`, t => {
		t.deepEqual(unfinished(text), {isOver: true, settled, provisional: 0});
	});
}

for (const [name, text] of [
	['a list that is still being written', `[${record(1)},`],
	['a list cut inside a value', `[${record(1)},{"content":"a]`],
	['one object, behind which more may come', record(1)],
	['a list followed by text', `[${record(1)}] and more`],
	['an empty list', '[]'],
	['text in brackets', '[error]'],
	['one Windows event', windowsEvent(1)],
] as const) {
	test(`a line without a newline is awaited: ${name}`, t => {
		t.deepEqual(unfinished(text), {isOver: false, settled: 0, provisional: 1});
	});
}

for (const [name, above, last, settled] of [
	['an object', '{\n  "timestamp": 1772527800000,\n  "title": "Login"\n', '}', 1],
	['a list', `[\n  ${record(1)},\n  {\n  "timestamp": 1772527800000\n`, '  }]', 2],
] as const) {
	test(`${name} laid out over lines is over with its last bracket, newline or not`, t => {
		t.deepEqual(unfinished(last, above), {isOver: true, settled, provisional: 0});
	});
}

test('of JSON laid out over lines a last line that is being written is awaited unseen', t => {
	t.deepEqual(unfinished('  "content": "from', '{\n  "timestamp": 1772527800000,\n'), {isOver: false, settled: 0, provisional: 0});
});

test('what follows a bracket that was taken without its newline goes on as if it had come with it', t => {
	const [first, second] = ['{\n  "timestamp": 1772527800000,\n  "list": [{"a": 1\n', ', {"b": 2}]\n}\n'];
	const {events, intake} = collect(Buffer.from(first), {isOpen: true});
	t.true(intake.provisional(Buffer.from('}'), first.length));
	intake.push(Buffer.from(second), first.length + 1);
	t.deepEqual(events.map(({ranges}) => ranges), [[{offset: 0, length: first.length + second.length}]]);
});
