import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {digestOfFile} from '../../source/export/digesting.ts';

test('a file is told by its size and SHA-256, and one that cannot be read by the reason', async t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-test-'));
	const [notes, empty] = [path.join(folder, 'notes.jsonl'), path.join(folder, 'empty')];
	writeFileSync(notes, 'x'.repeat(200_000));
	writeFileSync(empty, '');
	t.deepEqual(await digestOfFile(notes), {bytes: 200_000, sha256: createHash('sha256').update('x'.repeat(200_000)).digest('hex')});
	t.deepEqual(await digestOfFile(empty), {bytes: 0, sha256: createHash('sha256').digest('hex')});
	t.deepEqual(await digestOfFile(path.join(folder, 'gone')), {trouble: 'it could not be read again (ENOENT)'});
	t.deepEqual(await digestOfFile(folder), {trouble: 'it could not be read again (EISDIR)'});
	rmSync(folder, {recursive: true});
});
