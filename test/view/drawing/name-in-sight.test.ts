import test from 'ava';
import {hostInSight, nameInSight} from '../../../source/view/drawing/name-in-sight.ts';
import {cell, widthOf} from '../../../source/view/drawing/span.ts';
import {frameOf} from '../../../source/view/frame.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const look = {isUnicode: true, hasColours: true};
const inDomain = String.raw`CONTOSO\dana.admin`;

for (const [text, widthCells, shown] of [
	[inDomain, 30, inDomain],
	[inDomain, 16, String.raw`…OSO\dana.admin`],
	[inDomain, 12, '…dana.admin'],
	[inDomain, 6, '…dana.admin'],
	['dana.admin@contoso.com', 12, 'dana.admin@contoso.com'],
	[String.raw`C:\Windows\System32`, 8, String.raw`C:\…m32`],
	[`\u{1B}[31m${String.raw`\eve`}`, 12, String.raw`…[31m\eve`],
	['j.van.der.westhuizen-1', 12, 'j.van.…zen-1'],
	['j.van.der.westhuizen-1@contoso.com', 12, 'j.van.…zen-1'],
	['plant-hamburg-line-10.jsonl', 19, 'plant-ham…-10.jsonl'],
	['2001:db8:1234:5678:9abc::1f', 15, '2001:db…abc::1f'],
	['山田太郎山田太郎-1', 11, '山田…郎-1'],
	['e\u{301}'.repeat(12), 9, `${'e\u{301}'.repeat(4)}…${'e\u{301}'.repeat(4)}`],
	['Exclusion rule created', 12, 'Exclusion rule created'],
	['svc-backup', 7, 'svc-backup'],
	['ad\u{200B}min', 8, 'ad\u{200B}min'],
] as const) {
	test(`in ${widthCells} cells ${JSON.stringify(text)} is ${shown}`, t => {
		t.is(nameInSight({text, marks: []}, widthCells, look).text, shown);
	});
}

for (const [text, widthCells, shown] of [
	['plant-hamburg-line-07-plc.werk.example.com', 60, 'plant-hamburg-line-07-plc.werk.example.com'],
	['plant-hamburg-line-07-plc.werk.example.com', 30, 'plant-hamburg-line-07-plc.werk.example.com'],
	['plant-hamburg-line-07-plc.werk.example.com', 15, 'plant-h…-07-plc'],
	['plant-hamburg-line-07-plc', 15, 'plant-h…-07-plc'],
	['10.20.130.140', 11, '10.20…0.140'],
	['::ffff:10.20.130.140', 15, '::ffff:…130.140'],
	['root, /usr/bin/fw-manage.sh --install', 13, 'root, /usr/bin/fw-manage.sh --install'],
	['Too many failures from 10.20.0.99', 13, 'Too many failures from 10.20.0.99'],
] as const) {
	test(`of a host ${widthCells} cells show ${shown} for ${text}`, t => {
		t.is(hostInSight({text, marks: []}, widthCells, look).text, shown);
	});
}

test('what is found in a name that lost its middle is marked where it is, or at the cut', t => {
	const text = 'j.van.der.westhuizen-1';
	const marked = (part: string): string => {
		const start = text.indexOf(part);
		const shown = nameInSight({text, marks: [{field: 'user', start, end: start + part.length}]}, 12, look);
		return shown.text.slice(shown.marks[0]!.start, shown.marks[0]!.end);
	};

	t.deepEqual(['van', '-1', 'west', 'der.', 'n.der', 'huizen'].map(part => marked(part)), ['van', '-1', '…', '…', 'n.…', '…zen']);
});

test('the front is cut no further than needed, and what is marked stays marked', t => {
	const start = inDomain.indexOf('dana');
	for (let widthCells = 13; widthCells < 19; widthCells++) {
		const {text, marks} = nameInSight({text: inDomain, marks: [{field: 'user', start, end: start + 'dana'.length}]}, widthCells, look);
		t.is(text.slice(marks[0]!.start, marks[0]!.end), 'dana');
		t.is(widthOf(cell(text, look)), widthCells, text);
	}
});

test('in the timeline, the filters and the summary users of one domain are told apart', async t => {
	const users = ['adm', 'adl'].map(name => String.raw`PLANT-NORTH-EUROPE-${'X'.repeat(30)}\dana.` + name);
	const engine = inMemoryEngine(users.map(user => ({time: '2026-03-03T09:00:00Z', action: 'login', category: 'user-operation', user, message: 'Login'})));
	const state = await answered(freshState({opened: engine.opened}), engine);
	const timesShown = (shown: typeof state, name: string) => frameOf(shown).rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n').split(`dana.${name}`).length - 1;
	const summary = await lived(state, [{type: 'open-summary'}], engine);
	t.deepEqual(['adm', 'adl'].map(name => [timesShown(state, name), timesShown(summary, name)]), [[2, 4], [2, 4]]);
});
