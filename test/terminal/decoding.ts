import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import {KeyDecoder} from '../../source/terminal/key-decoder.ts';
import {terminalType} from '../../source/terminal/terminal-types.ts';
import type {TerminalInput} from '../../source/terminal/terminal.ts';

type KeyRow = {readonly term: string; readonly cap: string; readonly key: string; readonly bytes: Uint8Array};

/** What the keys of eighteen kinds of terminals send. */
export const keyRows: readonly KeyRow[] = readFileSync(new URL('../fixtures/hostile/keys.tsv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map(line => line.split('\t'))
	.map(([term, cap, key, hex]) => ({term: term!, cap: cap!, key: key!, bytes: Buffer.from(hex!, 'hex')}));

export const escapeWaitMs = 100;

/** A decoder for the keys of one kind of terminal. */
export const decoderFor = (term: string): KeyDecoder => new KeyDecoder({dialect: terminalType(term)?.keys ?? 'common', escapeWaitMs});

/** The inputs in words: `ctrl+f`, `paste abc`. */
export const named = (inputs: readonly TerminalInput[]): string[] => inputs.map(input => input.type === 'key' ? input.name : `paste ${input.text}`);

/** Every part in turn, each `gapMs` after the one before; time runs as a terminal's owner lets it run. */
export function decode(parts: readonly Uint8Array[], {gapMs = 0, term = 'xterm'}: {readonly gapMs?: number; readonly term?: string} = {}): string[] {
	const decoder = decoderFor(term);
	const inputs: TerminalInput[] = [];
	let nowMs = 0;
	const runUntil = (endMs: number): void => {
		for (let {deadlineMs} = decoder; deadlineMs !== undefined && deadlineMs <= endMs; {deadlineMs} = decoder) {
			inputs.push(...decoder.expire(deadlineMs));
		}

		nowMs = endMs;
	};

	for (const [index, part] of parts.entries()) {
		runUntil(nowMs + (index === 0 ? 0 : gapMs));
		inputs.push(...decoder.push(part, nowMs));
	}

	runUntil(Infinity);
	return named(inputs);
}

export const bytes = (text: string): Uint8Array => Buffer.from(text);
