import type {CommandName} from '../config/options.ts';
import type {Engine} from '../engine/engine.ts';
import type {Run} from './command-line.ts';
import {lossTold} from './engine-loss.ts';
import {inlineSmallFunctions} from './inlining.ts';
import type {Setting} from './setting.ts';

/**
What each command runs; each returns the exit status. Everything is loaded on demand: `--version` and a mistyped option need neither the engine nor the screen.
*/
export const commandRuns: Readonly<Record<CommandName, (run: Run, setting: Setting) => Promise<number>>> = {
	async open(run, setting) {
		const {open} = await import('./open.ts');
		return open(run, setting);
	},
	async print(run, setting) {
		const {print} = await import('./print.ts');
		inlineSmallFunctions();
		return withEngineHere(print, run, setting);
	},
	async stats(run, setting) {
		const {stats} = await import('./stats.ts');
		inlineSmallFunctions();
		return withEngineHere(stats, run, setting);
	},
	async doctor(run, setting) {
		const {doctor} = await import('./doctor.ts');
		return withEngineHere(doctor, run, setting);
	},
	async demo(run, setting) {
		const {demo} = await import('./demo/demo.ts');
		return demo(run, setting);
	},
};

type EngineRun = (engine: Engine, run: Run, setting: Setting) => Promise<number>;

/** Runs a command on an engine in this thread; if that fails, the run ends with it. */
async function withEngineHere(runOver: EngineRun, run: Run, setting: Setting): Promise<number> {
	const {openEngineHere} = await import('../local/engine-here.ts');
	const engine = openEngineHere();
	return Promise.race([runOver(engine, run, setting), lossTold(engine, setting)]);
}
