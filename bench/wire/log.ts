import {appendFileSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A console audit log that grows: 138 bytes a line, each one for every second of a morning, so that its time tells that it has arrived. */
export type Log = {
	readonly file: string;
	/** Answers the time of the last line, as every program shows it. */
	append(count: number): string;
};

const users = ['dana.admin', 'support', 'cyberx', 'm.ortiz', 'svc-backup'];

const lineBytes = 138;

export function openLog(lines: number): Log {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-wire-'));
	const file = path.join(folder, 'audit.log');
	let written = 0;
	const next = () => lineOf(written++);
	writeFileSync(file, Array.from({length: lines}, next).join(''));
	return {
		file,
		append(count) {
			appendFileSync(file, Array.from({length: count}, next).join(''));
			return clockOf(written - 1);
		},
	};
}

const clockOf = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19);

function lineOf(second: number): string {
	const head = `2026-03-03 ${clockOf(second)},151 [exec-${second % 7}] INFO  audit- Login: user=${users[second % users.length]!}`;
	return `${head.padEnd(lineBytes - 1, ' from the console of the plant')}\n`;
}
