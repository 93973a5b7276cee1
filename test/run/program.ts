import {Buffer} from 'node:buffer';
import {spawn, type ChildProcess} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {constants, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';

/** What the built program did. */
export type Ended = {
	readonly stdout: Uint8Array;
	readonly text: string;
	/** Events of JSON Lines output. */
	readonly events: ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly stderr: string;
	/** As a shell would report it. */
	readonly exitCode: number;
};

export type Started = {
	readonly pid: number;
	/** Settles once standard output so far has something that fits. */
	said(pattern: RegExp): Promise<void>;
	complained(pattern: RegExp): Promise<void>;
	/** The reader goes on holding the pipe, but takes nothing any more. */
	stopReading(): void;
	/** The reader goes away. */
	closeOutput(): void;
	kill(signal: NodeJS.Signals): void;
	/** All is over: it has ended and its outputs are closed. */
	readonly ended: Promise<Ended>;
	/** The process is gone, whoever still holds its outputs. Settles with the status a shell would report. */
	readonly gone: Promise<number>;
};

export type Ground = {
	readonly cwd?: string;
	readonly environment?: ReadonlyArray<readonly [name: string, value: string]>;
	/** Runs as this user and group instead of the tester's own. */
	readonly user?: number;
};

/** `npm test` builds it first. */
const builtProgram = path.resolve('dist/ledgerline.js');

/** Runs the built program to its end. */
export const ledgerline = async (words: readonly string[], ground?: Ground): Promise<Ended> => startLedgerline(words, ground).ended;

/** Runs the built program with pipes for input and outputs: no terminal. */
export function startLedgerline(words: readonly string[], {cwd, environment = [], user}: Ground = {}): Started {
	const child = spawn(process.execPath, [builtProgram, ...words], {cwd, uid: user, gid: user, env: Object.fromEntries([['PATH', process.env.PATH!], ...environment])});
	const output = gathered(child.stdout);
	const complaints = gathered(child.stderr);
	const {promise: ended, resolve} = Promise.withResolvers<Ended>();
	child.on('close', () => {
		const text = output.text();
		resolve({
			stdout: output.bytes(),
			text,
			get events() {
				return text.trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
			},
			stderr: complaints.text(),
			exitCode: statusOf(child),
		});
	});
	const {promise: gone, resolve: leave} = Promise.withResolvers<number>();
	child.on('exit', () => {
		leave(statusOf(child));
	});

	return {
		pid: child.pid!,
		ended,
		gone,
		said: output.has,
		complained: complaints.has,
		stopReading() {
			child.stdout.pause();
		},
		closeOutput() {
			child.stdout.destroy();
		},
		kill(signal) {
			child.kill(signal);
		},
	};
}

/** `child.exitCode` and `child.signalCode` as a shell would report them. */
const statusOf = ({exitCode, signalCode}: ChildProcess): number => signalCode === null ? Number(exitCode) : 128 + constants.signals[signalCode];

/** A folder of the test's own; files are written into it as given. */
export function temporaryFolder(t: ExecutionContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-run-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	for (const [name, content] of Object.entries(files)) {
		writeFileSync(path.join(folder, name), content);
	}

	return folder;
}

/** Copies of fixtures, so that no test can touch them. */
export function copiedFixtures(t: ExecutionContext, fixtures: string): string {
	const folder = temporaryFolder(t);
	cpSync(path.resolve('test/fixtures', fixtures), folder, {recursive: true});
	return folder;
}

type Gathered = {bytes(): Uint8Array; text(): string; has(pattern: RegExp): Promise<void>};

function gathered(stream: NodeJS.ReadableStream): Gathered {
	const portions: Uint8Array[] = [];
	const listeners = new Set<() => void>();
	const text = () => Buffer.concat(portions).toString();
	stream.on('data', (portion: Uint8Array) => {
		portions.push(portion);
		for (const listener of listeners) {
			listener();
		}
	});
	return {
		bytes: () => Buffer.concat(portions),
		text,
		async has(pattern) {
			const {promise, resolve} = Promise.withResolvers<void>();
			const look = () => {
				if (!pattern.test(text())) {
					return;
				}

				listeners.delete(look);
				resolve();
			};

			listeners.add(look);
			look();
			return promise;
		},
	};
}
