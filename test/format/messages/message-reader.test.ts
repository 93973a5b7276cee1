import {Buffer} from 'node:buffer';
import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import {ByteRun, EventDraft} from '../../../source/domain/event-draft.ts';
import {bytesOf} from '../../../source/format/bytes/byte-text.ts';
import {loggedMessages} from '../../../source/format/messages/logged-messages.ts';
import {canBeLogged, MessageReader} from '../../../source/format/messages/message-reader.ts';
import {collect} from '../collected-events.ts';
import {fixtureLines} from '../fixture-lines.ts';

const reader = new MessageReader();
const nobody = new ByteRun();

/** Whether a message is known whichever program writes it, without a look at its first bytes before. */
const isKnown = (bytes: Uint8Array): boolean => reader.read(bytes, nobody, {start: 0, end: bytes.length}, new EventDraft());

/** What stands behind each space, quote, colon or bracket of a line. */
const tailsOf = (line: string): readonly string[] => [line, ...line.matchAll(/[\s"':\]\}]+/gv).map(({0: mark, index}) => line.slice(index + mark.length))];

test('of what the fixtures hold no message that is known is turned away by its first bytes', t => {
	const known = fixtureLines(40).flatMap(line => tailsOf(line)).map(tail => Buffer.from(tail, 'latin1')).filter(bytes => isKnown(bytes));
	t.true(known.length > 100);
	t.deepEqual(known.filter(bytes => !canBeLogged(bytes, 0)).map(String), []);
});

const head = fc.constantFrom(...loggedMessages.byHead.heads).map(bytes => Buffer.from(bytes).toString('latin1'));
const before = fc.constantFrom('', ' ', '[auth] ', '(mod_auth.c.525) ', '<4z506z6r> ', 'error: ', 'message repeated 2 times: [ ', 'pam_unix(sshd:session): ');
const behind = fc.constantFrom('', ' ', ' user dana', ' \'dana\' from 10.20.0.99', ' for dana from 10.20.0.99 port 50122 ssh2');

test('nor is one of those that may be known', t => {
	fc.assert(fc.property(before, head, behind, (...parts) => {
		const bytes = bytesOf(parts.join(''));
		t.true(canBeLogged(bytes, 0) || !isKnown(bytes));
	}), {numRuns: 2000});
});

test('a message in JSON tells the same when its first letters are escaped', t => {
	const line = String.raw`{"time":"2026-03-03T09:00:02Z","msg":"\u0055ser dana logged in"}` + '\n';
	const [event] = collect(Buffer.from(line)).events;
	t.like(event, {columns: {action: 'login', user: 'dana'}});
});

test('a message of nothing but marks is not compared with every sentence behind each of them', t => {
	const bytes = Buffer.from('[pid x] '.repeat(16_384));
	const begun = process.cpuUsage();
	t.false(isKnown(bytes));
	const {user, system} = process.cpuUsage(begun);
	t.true(user + system < 2e6, `${(user + system) / 1e6} s`);
});
