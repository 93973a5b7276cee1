import {appendFileSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A console audit log that grows: 138 bytes a line, each with a word of its own, so that one can see it arrive, and few users, as there are. */
export type Log = {readonly file: string; append(count: number): string};

const users = ['dana', 'support', 'cyberx', 'ortiz'];

const lineBytes = 138;

export function openLog(lines: number): Log {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-wire-'));
	const file = path.join(folder, 'audit.log');
	let written = 0;
	const next = () => lineOf(written++);
	writeFileSync(file, Array.from({length: lines}, next).join(''));
	return {
		file,
		/** The word of the last line. */
		append(count) {
			appendFileSync(file, Array.from({length: count}, next).join(''));
			return wordOf(written - 1);
		},
	};
}

const wordOf = (number: number): string => `w${String(number).padStart(6, '0')}`;

function lineOf(number: number): string {
	const startMs = Date.UTC(2026, 2, 3, 8);
	const time = new Date(startMs + (number * 100)).toISOString().replace('T', ' ').replace('.', ',').slice(0, -1);
	const head = `${time} [exec-${number % 7}] INFO  audit- Login: user=${users[number % users.length]!}, ${wordOf(number)}`;
	return `${head} ${'from the console of the plant, session '.padEnd(lineBytes, '.')}`.slice(0, lineBytes - 1) + '\n';
}
