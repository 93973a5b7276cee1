import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {longestLineBytes} from '../../source/domain/limits.ts';
import {foreignText} from '../../source/domain/foreign.ts';
import {writeErrands} from '../../source/run/write-errands.ts';
import type {ErrandNews} from '../../source/view/errands.ts';
import {applianceEngine} from '../view/appliance.ts';
import {noErrands} from '../view/no-errands.ts';
import {screenRig} from '../ui/screen-rig.tsx';
import {smallDisk} from './small-disk.ts';
import {temporaryFolder} from './program.ts';

const earlier = '{"ledgerline":"note","text":"earlier"}\n';

/** Writes one note on the first event; answers what is told of it. */
async function noteTo(file: string, text: string, author = 'dana'): Promise<ErrandNews> {
	const ground = {engine: applianceEngine(), watched: () => ({files: [], folders: []}), places: {current: path.dirname(file), home: '/nowhere', temporary: '/tmp'}, nowMs: () => 0, followed: undefined};
	const {promise, resolve} = Promise.withResolvers<ErrandNews>();
	writeErrands(ground)({type: 'write', serial: 1, path: file, author, draft: {kind: 'note', event: 0, answers: {note: text}}}, resolve);
	return promise;
}

test('on a full disk a note is not written, the person is told, and the notes of before are whole', async t => {
	const disk = smallDisk(t, 64);
	if (disk === undefined) {
		return;
	}

	const file = path.join(disk.folder, 'notes.jsonl');
	writeFileSync(file, earlier);
	t.deepEqual(await noteTo(file, 'x'.repeat(200_000)), {type: 'unfit', sentence: `not written: the disk of ${disk.folder} is full`});
	t.is(readFileSync(file, 'utf8').slice(0, earlier.length), earlier);
});

test('on a disk that can only be read a note is not written, and the person is told', async t => {
	const disk = smallDisk(t, 64);
	if (disk === undefined) {
		return;
	}

	const file = path.join(disk.folder, 'notes.jsonl');
	writeFileSync(file, earlier);
	disk.makeReadOnly();
	t.deepEqual(await noteTo(file, 'seen'), {type: 'unfit', sentence: `not written: ${disk.folder} can only be read (read-only file system)`});
	t.is(readFileSync(file, 'utf8'), earlier);
});

test('a note as long as a pasted log is one line of the notes file', async t => {
	const file = path.join(temporaryFolder(t), 'notes.jsonl');
	const text = 'pasted '.repeat(longestLineBytes / 7);
	t.deepEqual(await noteTo(file, text), {type: 'over', sentence: 'note written to notes.jsonl'});
	const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
	t.is(lines.length, 1);
	t.like(JSON.parse(lines[0]!), {text});
});

test('three programs that write into one notes file at once lose no line and break none', async t => {
	const file = path.join(temporaryFolder(t), 'notes.jsonl');
	const authors = ['ann', 'dana', 'eve'];
	const programs = authors.map(author => spawn(process.execPath, ['test/run/fixtures/write-notes.ts', file, author, String(notesEach)], {stdio: ['pipe', 'pipe', 'inherit']}));
	// None begins before all are ready.
	await Promise.all(programs.map(async ({stdout}) => once(stdout, 'data')));
	for (const {stdin} of programs) {
		stdin.end('go\n');
	}

	await Promise.all(programs.map(async program => once(program, 'close')));
	const written = readFileSync(file, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as {author: string; text: string});
	for (const author of authors) {
		// Each one's own, in the order written.
		t.deepEqual(written.filter(line => line.author === author).map(({text}) => text.length), Array.from({length: notesEach}, (_, at) => at * 97));
	}
});

const notesEach = 60;

test('a notes file that was removed is begun anew, and the words of a note that could not be written are kept for another', async t => {
	const folder = temporaryFolder(t);
	const file = path.join(folder, 'notes.jsonl');
	await noteTo(file, 'first');
	rmSync(file);
	t.like(await noteTo(file, 'second'), {type: 'over'});
	t.regex(readFileSync(file, 'utf8'), /^\{"ledgerline":"note".*"text":"second".*\}\n$/v);

	const rig = await screenRig(applianceEngine(), {
		writing: {path: '/full/notes.jsonl', author: foreignText('dana'), draft: undefined},
		errands: {...noErrands, write({path: wanted, draft}, tell) {
			queueMicrotask(() => {
				tell(wanted.startsWith('/full') ? {type: 'unfit', sentence: 'not written: the disk of /full is full'} : {type: 'over', sentence: `${draft.answers.note} written`});
			});
			return () => undefined;
		}},
	});
	await rig.press('up', 'a');
	await rig.type('why?');
	await rig.press('enter');
	t.regex(rig.picture().join('\n'), /keep notes in \/full\/notes.jsonl +not written: the disk of \/full is full/v);
	await rig.press('ctrl+u');
	await rig.type('n.jsonl');
	await rig.press('enter');
	t.regex(rig.picture().join('\n'), /why\? written/v);
	await rig.close();
});

test('an author whose name drives terminals drives none', async t => {
	const author = foreignText('\u{1B}]0;owned\u{7}\u{1B}[2Jeve');
	const rig = await screenRig(applianceEngine(), {writing: {path: './notes.jsonl', author, draft: undefined}});
	await rig.press('A', 'enter', 'enter', 'enter');
	await rig.type('x');
	await rig.press('enter');
	t.regex(rig.picture().join('\n'), /5\/5 written by .*eve/);
	t.false(rig.sent().includes('\u{1B}]0;owned'));
	t.false(rig.sent().includes('\u{1B}[2Jeve'));
	await rig.close();
});
