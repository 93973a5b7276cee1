import {nodeCommand, type PtyRun, runInPty} from '../pty.ts';

/** A small program of Ink's on our terminal, told what to do by its arguments. */
export const screenProgram = nodeCommand('test/terminal/fixtures/screen.tsx');

/** The program in a terminal of its own, with its picture drawn. */
export async function opened(...args: readonly string[]): Promise<PtyRun> {
	const run = runInPty([...screenProgram, ...args]);
	await run.waitForText('foot');
	return run;
}

/** The program's own number, which it shows. */
export const pidOf = (run: PtyRun): number => Number(/pid (?<pid>\d+)/v.exec(run.picture().join('\n'))!.groups!.pid);
