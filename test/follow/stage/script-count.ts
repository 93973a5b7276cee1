import type {Told} from './recorder.ts';
import type {ScriptedLog} from './scripted-log.ts';

export type Count = {readonly lost: number; readonly silent: readonly string[]; readonly twice: readonly string[]; readonly torn: readonly string[]; readonly disordered: readonly string[]};

/** Counts what went wrong between what was written and what was told. The slow, obvious way. */
export function countAgainst({written, vanished, writtenLate}: ScriptedLog, told: readonly Told[]): Count {
	const lines = told.filter(({type}) => type === 'line' || type === 'late').map(({text}) => text);
	const known = new Set(written);
	const rests = new Set(told.filter(({type}) => type === 'rest').map(({text}) => text));
	const missing = written.filter(line => !vanished.has(line) && !lines.includes(line) && !rests.has(line));
	const inOrder = told.filter(({type, text}) => type === 'hole' || (type === 'line' && !writtenLate.has(text)));
	return {
		lost: missing.length,
		silent: missing.filter(line => !isAnnounced(line, writtenLate.has(line) ? told.filter(({type}) => type === 'hole') : inOrder)),
		twice: lines.filter((line, index) => lines.indexOf(line) !== index),
		torn: lines.filter(line => !known.has(line)),
		disordered: inOrder.filter(({type}) => type === 'line').map(({text}) => text).filter((line, index, all) => index > 0 && line < all[index - 1]!),
	};
}

/** Whether a hole was told between the last line before a missing one and the first after it. */
function isAnnounced(line: string, inOrder: readonly Told[]): boolean {
	const before = inOrder.findLastIndex(({type, text}) => type === 'line' && text < line);
	const after = inOrder.findIndex(({type, text}) => type === 'line' && text > line);
	return inOrder.slice(before + 1, after === -1 ? undefined : after).some(({type}) => type === 'hole');
}
