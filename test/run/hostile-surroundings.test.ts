import {Buffer} from 'node:buffer';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {gone, runInPty} from '../pty.ts';
import {forbiddenPart} from '../terminal/grammar.ts';
import {hostilePayloads} from '../text/byte-samples.ts';
import {temporaryFolder} from './program.ts';

const line = '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n';
const program = [process.execPath, path.resolve('dist/ledgerline.js')];

/** What a name on disk may hold: no slash, no NUL, and not more than the kernel takes (NAME_MAX, less the ending). */
const asName = (bytes: Uint8Array): Uint8Array => Buffer.from([...bytes].filter(byte => byte !== 0 && byte !== 0x2F).slice(0, 200));

test.serial('logs whose names are hostile are listed and read, and nothing of the names reaches the terminal', async t => {
	const folder = temporaryFolder(t, {'audit.log': line});
	for (const [index, {bytes}] of hostilePayloads.entries()) {
		writeFileSync(Buffer.concat([Buffer.from(`${folder}/${index}`), asName(bytes), Buffer.from('.log')]), line);
	}

	const run = runInPty([...program, folder], {columns: 100, rows: 40});
	await run.waitForText(/Login +ann/v, patienceMs);
	await run.obeys('L', /LOGS/v);
	for (const [keys, sign] of [
		['\u{1B}[6~', /LOGS .* (?!1 )\d+ of/v], // Page down
		['\u{1B}[F', /LOGS .* (?<last>\d+) of \k<last>$/mv], // End
		['\u{1B}', gone(/LOGS/v)],
		['\r', /▸DETAILS/v],
	] as const) {
		await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other
	}

	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
	t.is(forbiddenPart(run.sent()), undefined);
});

test.serial('whatever is pasted into the search, nothing of it reaches the terminal but what can be seen', async t => {
	const folder = temporaryFolder(t, {'audit.log': line});
	const run = runInPty([...program, path.join(folder, 'audit.log')], {columns: 100});
	await run.waitForText(/Login +ann/v, patienceMs);
	for (const {bytes} of hostilePayloads) {
		run.type(`/\u{1B}[200~${Buffer.from(bytes).toString('latin1')}\u{1B}[201~`);
		run.type('\u{1B}[201~\u{1B}');
	}

	// All of it has been obeyed when this has.
	await run.obeys('\u{1B}OP', /HELP/v);
	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
	t.is(forbiddenPart(run.sent()), undefined);
});
