import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {nodeCommand} from '../../test/pty.ts';

export type Program = {
	readonly name: string;
	/** Opens the file and follows it. */
	command(file: string): readonly string[];
	/** What brings it to take keys while it follows, if it does not at once. */
	readonly stopFollowing?: string;
	/** Moves one line up, and down. */
	readonly moves: readonly [up: string, down: string];
	/** Its start says nothing of the library it stands for: it is not bundled. */
	readonly isStartUntold?: true;
};

const everyProgram: readonly Program[] = [
	{name: 'ledgerline', command: file => [process.execPath, path.resolve('dist/ledgerline.js'), file], moves: ['\u{1B}[A', '\u{1B}[B']},
	{name: 'plain Ink', command: file => [...nodeCommand('bench/wire/plain-ink.tsx'), file], moves: ['\u{1B}[A', '\u{1B}[B'], isStartUntold: true},
	{name: 'lnav', command: file => ['lnav', file], moves: ['k', 'j']},
	{name: 'less +F', command: file => ['less', '+F', file], stopFollowing: '\u{3}', moves: ['k', 'j']},
	{name: 'multitail', command: file => ['multitail', file], moves: ['k', 'j']},
];

/** Ours, plain Ink, and whatever of the others is installed here. */
export const programs = everyProgram.filter(({name, command}) => name === 'ledgerline' || name === 'plain Ink' || spawnSync('which', [command('')[0]!]).status === 0);
