import {spawnSync} from 'node:child_process';
import {mkdtempSync, openSync, rmSync, writeSync} from 'node:fs';
import {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ReadStream} from 'node:tty';
import test, {type ExecutionContext} from 'ava';
import {KeyReader} from '../../source/terminal/key-reader.ts';

const escapeWaitMs = 20;

/** A pipe in the place of a terminal: what is written to it is there to be read at once, and nobody but the reader takes time. */
function pipe(t: ExecutionContext): {readonly input: ReadStream & {readonly fd: number}; write(text: string): void} {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-pipe-'));
	const name = path.join(folder, 'pipe');
	spawnSync('mkfifo', [name]);
	const fd = openSync(name, 'r+');
	const input = Object.assign(new Socket({fd, readable: true, writable: false}), {fd, setRawMode: () => input}) as unknown as ReadStream & {readonly fd: number};
	t.teardown(() => {
		input.destroy();
		rmSync(folder, {recursive: true});
	});
	return {
		input,
		write(text) {
			writeSync(fd, text);
		},
	};
}

function beBusy(forMs: number): void {
	const endMs = performance.now() + forMs;
	while (performance.now() < endMs) {
		// Nothing else is done meanwhile.
	}
}

for (const [name, rest, told] of [
	['an arrow key whose end came meanwhile is that key alone', '[A', ['up']],
	['Escape and the key typed meanwhile are two keys, on a serial line too', '/', ['escape', '/']],
] as const) {
	test(`when the program is busy for longer than an Escape waits, ${name}`, async t => {
		const {input, write} = pipe(t);
		const keys = new KeyReader(input, {dialect: 'serial', escapeWaitMs});
		const names: string[] = [];
		const {promise: all, resolve} = Promise.withResolvers<void>();
		keys.inputs.add(key => {
			names.push(key.type === 'key' ? key.name : 'a paste');
			if (names.length === told.length) {
				resolve();
			}
		});
		keys.start();
		input.once('data', () => {
			write(rest);
			beBusy(escapeWaitMs * 2);
		});
		write('\u{1B}');
		await all;
		t.deepEqual(names, [...told]);
		keys.stop({isDraining: false});
	});
}
