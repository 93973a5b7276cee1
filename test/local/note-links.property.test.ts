import {rename} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import fastCheck from 'fast-check';
import {recordDigest} from '../../source/domain/record-digest.ts';
import {isoTime} from '../../source/domain/time.ts';
import type {Engine, EventDetails, OpenRequest} from '../../source/engine/engine.ts';
import {notesLine} from '../../source/export/notes-file.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder, pageOf, until} from './logs.ts';

/** Everything that the engine tells of each event and note, in the order of time. */
async function allDetails(engine: Engine): Promise<EventDetails[]> {
	const {rows} = await pageOf(engine);
	const all = await Promise.all(rows.map(async ({id}) => engine.details({event: id})));
	return all.filter(details => details !== undefined);
}

async function openHere(t: ExecutionContext, request: Partial<OpenRequest>): Promise<Engine> {
	const engine = openEngineHere();
	t.teardown(async () => engine.close());
	await engine.open({paths: [], isFollowing: false, options: {}, ...request});
	return engine;
}

/** An engine that has read everything there is. */
async function openRead(t: ExecutionContext, request: Partial<OpenRequest>): Promise<Engine> {
	const engine = await openHere(t, request);
	await until(engine, async () => {
		const {isCaughtUp} = await engine.health();
		return isCaughtUp;
	});
	return engine;
}

/** A note on an event, as the screen writes it. */
function noteOn({row, sourcePath, raw}: EventDetails, text: string): string {
	const bytes = raw ?? new Uint8Array(0);
	const time = isoTime(row.time);
	return notesLine({kind: 'note', time, author: 'dana', text, about: {source: sourcePath, time, offset: row.offsetBytes, length: bytes.length, digest: recordDigest(bytes)}}, 0);
}

/** The slow twin: among all events those with the same bytes, the likeliest first. */
function eventOfNote(all: readonly EventDetails[], noted: EventDetails): EventDetails | undefined {
	const likeness = ({row, sourcePath}: EventDetails) => (row.offsetBytes === noted.row.offsetBytes ? 4 : 0) + (sourcePath === noted.sourcePath ? 2 : 0) + (row.time.micros === noted.row.time.micros ? 1 : 0);
	const alike = all.filter(({raw, row}) => row.format !== 'notes' && recordDigest(raw!) === recordDigest(noted.raw!));
	return alike.toSorted((one, other) => likeness(other) - likeness(one) || one.row.id - other.row.id)[0];
}

const notesOptions = {perSource: [{pattern: 'notes.jsonl', option: '--notes', options: {format: 'notes', zone: 'UTC', clockOffsetMs: 0}}]};

const second = fastCheck.integer({min: 0, max: 3});

/** Lines that are often alike, some of them without a time of their own. */
const line = fastCheck.oneof(
	second.map(each => auditLine(`08:50:0${each},100`, 'Login: user=dana.admin')),
	second.map(each => auditLine(`08:50:0${each},100`, 'Login: user=support')),
	fastCheck.constantFrom('no time here\n', 'nor here\n'),
);

const lines = fastCheck.array(line, {minLength: 1, maxLength: 30});

const picked = fastCheck.array(fastCheck.nat(), {minLength: 1, maxLength: 5});

test('after another start every note stands with the event that the slow twin finds', async t => {
	await fastCheck.assert(fastCheck.asyncProperty(lines, lines, picked, async (older, newer, picks) => {
		const logs = await logFolder(t);
		await logs.write('audit.log.1', older.join(''));
		await logs.write('audit.log', newer.join(''));
		const before = await allDetails(await openRead(t, {paths: [logs.path('audit.log')]}));
		const noted = picks.map(pick => before[pick % before.length]!);
		await logs.write('notes.jsonl', noted.map((details, at) => noteOn(details, `note ${at}`)).join(''));

		const engine = await openRead(t, {paths: [logs.path('audit.log'), logs.path('notes.jsonl')], ...notesOptions});
		const after = await allDetails(engine);
		for (const [at, details] of noted.entries()) {
			const own = after.find(({fields}) => fields.some(({name, value}) => name === 'text' && value === `note ${at}`))!;
			const expected = eventOfNote(after, details);
			t.is(own.row.about, expected?.row.id);
			t.deepEqual(own.aboutRow?.message, expected?.message);
			t.true(after.find(({row}) => row.id === own.row.about)?.notes?.some(({event, text, author}) => event === own.row.id && text === `note ${at}` && author === 'dana'));
		}

		t.is(after.reduce((sum, {row}) => sum + (row.noteCount ?? 0), 0), noted.length);
		await engine.close();
	}), {numRuns: 20});
});

const log = [auditLine('08:50:00,100', 'Login: user=support'), auditLine('08:50:01,200', 'Password reset: userName=dana.admin'), auditLine('08:50:02,300', 'Login: user=support')].join('');

async function notedReset(t: ExecutionContext) {
	const logs = await logFolder(t);
	await logs.write('audit.log', log);
	const [, reset] = await allDetails(await openRead(t, {paths: [logs.path('audit.log')]}));
	await logs.write('notes.jsonl', noteOn(reset!, 'why?'));
	return {logs, paths: [logs.path('audit.log'), logs.path('notes.jsonl')]};
}

/** What the note says of its event, and what the event's row says of notes. */
async function tied(engine: Engine) {
	const all = await allDetails(engine);
	const note = all.find(({row}) => row.format === 'notes');
	const event = all.find(({row}) => row.noteCount !== undefined);
	return {about: note?.row.about, on: event?.row.id, aboutText: note?.aboutRow?.message, notes: event?.notes?.map(({text}): string => text)};
}

test('a note finds its event after the log was rotated', async t => {
	const {logs, paths} = await notedReset(t);
	await rename(logs.path('audit.log'), logs.path('audit.log.1'));
	await logs.write('audit.log', auditLine('08:55:00,000', 'Login: user=support'));
	const {about, on, aboutText, notes} = await tied(await openRead(t, {paths, ...notesOptions}));
	t.is(about, on);
	t.regex(aboutText ?? '', /Password reset/);
	t.deepEqual(notes, ['why?']);
});

test('a note finds its event when the log is read in another zone, or lies elsewhere', async t => {
	const {logs, paths} = await notedReset(t);
	const moved = path.join(path.dirname(logs.path('audit.log')), 'copy.log');
	await rename(logs.path('audit.log'), moved);
	const {about, on} = await tied(await openRead(t, {paths: [moved, paths[1]!], options: {zone: '+05:30'}, ...notesOptions}));
	t.is(typeof about, 'number');
	t.is(about, on);
});

test('a note whose event is not there says so', async t => {
	const {logs, paths} = await notedReset(t);
	await logs.write('audit.log', auditLine('08:55:00,000', 'Login: user=support'));
	t.like(await tied(await openRead(t, {paths, ...notesOptions})), {about: 'absent', on: undefined, aboutText: undefined});
});

test('a note written while the log is read stands with its event at once, and finds an event that comes after it', async t => {
	const {logs} = await notedReset(t);
	const engine = await openHere(t, {paths: [logs.path('audit.log')], isFollowing: true});
	const untilEvents = async (count: number) => until(engine, async () => {
		const {totalEvents} = await engine.page({query: everything, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0});
		return totalEvents === count;
	});

	await untilEvents(3);
	await engine.follow({path: logs.path('notes.jsonl'), options: {format: 'notes'}});
	await untilEvents(4);
	const {about, on} = await tied(engine);
	t.is(about, on);

	const later = auditLine('08:57:00,000', 'User creation: user=svc-backup role=ADMIN');
	const bytes = new TextEncoder().encode(later.trimEnd());
	await logs.append('notes.jsonl', notesLine({kind: 'note', time: '2026-03-03T08:57:00.000Z', author: 'ann', text: 'early', about: {source: logs.path('audit.log'), time: '2026-03-03T08:57:00.000Z', offset: log.length, length: bytes.length, digest: recordDigest(bytes)}}, 0));
	await untilEvents(5);
	await logs.append('audit.log', later);
	await untilEvents(6);
	const all = await allDetails(engine);
	t.deepEqual(all.find(({message}) => message.includes('svc-backup'))?.notes?.map(({text}): string => text), ['early']);
});
