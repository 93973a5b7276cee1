import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, statSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {appendLine, notesFileTrouble, notesLine} from '../../source/export/notes-file.ts';
import {temporaryFolder} from '../run/program.ts';

const nowMs = Date.parse('2026-03-03T09:10:00Z');

test('a line says all of it, and nothing in it can break the line or drive a terminal', t => {
	const line = notesLine({kind: 'note', time: '2026-03-03T09:06:52.562Z', author: 'dana\n\u{1B}[2J', text: 'why?\u{202E}', about: {source: '/log', time: 'x', offset: 7, length: 3, digest: 'y'}}, nowMs);
	t.regex(line, /^[\u{20}-\u{7E}]+\n$/v);
	t.deepEqual(JSON.parse(line), {ledgerline: 'note', time: '2026-03-03T09:06:52.562Z', author: 'dana\n\u{1B}[2J', text: 'why?\u{202E}', about: {source: '/log', time: 'x', offset: 7, length: 3, digest: 'y'}, written: '2026-03-03T09:10:00.000Z'});
});

test('lines are appended for their owner alone, and a torn last line keeps its place', async t => {
	const file = path.join(temporaryFolder(t), 'notes.jsonl');
	await appendLine(file, '{"ledgerline":"note"}\n');
	t.is(statSync(file).mode & 0o777, 0o600);
	await appendLine(file, '{"ledgerline":"no');
	await appendLine(file, '{"ledgerline":"event"}\n');
	t.is(readFileSync(file, 'utf8'), '{"ledgerline":"note"}\n{"ledgerline":"no\n{"ledgerline":"event"}\n');
});

/** What somebody may name as the notes file. */
for (const [name, says] of [
	['new.jsonl', undefined],
	['notes.jsonl', undefined],
	['empty.jsonl', undefined],
	['core.json', 'is another kind of file: no notes are written into it'],
	['audit.log', 'is the log audit.log, or named like it'],
	['link.jsonl', 'is the log audit.log, or named like it'],
	['folder.jsonl', 'is a folder, not a file'],
	['pipe.jsonl', 'is a pipe or a device, not a file'],
	['watched/new.jsonl', 'is in a folder watched for logs'],
] as const) {
	test(`notes in ${name}: ${says ?? 'are kept there'}`, async t => {
		const folder = temporaryFolder(t, {'audit.log': 'x\n', 'notes.jsonl': '{"ledgerline":"note"}\n', 'empty.jsonl': '', 'core.json': '{"a":1}\n'});
		const at = (file: string) => path.join(folder, file);
		mkdirSync(at('watched'));
		mkdirSync(at('folder.jsonl'));
		symlinkSync(at('audit.log'), at('link.jsonl'));
		execFileSync('mkfifo', [at('pipe.jsonl')]);
		t.is(await notesFileTrouble(at(name), {files: [at('audit.log')], folders: [at('watched')]}), says);
	});
}
