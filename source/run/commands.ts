import type {CommandName} from '../config/options.ts';
import type {Run} from './command-line.ts';
import {inlineSmallFunctions} from './inlining.ts';
import type {Setting} from './setting.ts';

/**
What each command runs; each answers the exit status. Loaded only when asked for: `--version` and a mistyped option need neither the engine nor
the screen.
*/
export const commandRuns: Readonly<Record<CommandName, (run: Run, setting: Setting) => Promise<number>>> = {
	async open(run, setting) {
		const {open} = await import('./open.ts');
		return open(run, setting);
	},
	async print(run, setting) {
		const [{print}, {openEngineHere}] = await Promise.all([import('./print.ts'), import('../local/engine-here.ts')]);
		inlineSmallFunctions();
		return print(openEngineHere(), run, setting);
	},
	async stats(run, setting) {
		const [{stats}, {openEngineHere}] = await Promise.all([import('./stats.ts'), import('../local/engine-here.ts')]);
		inlineSmallFunctions();
		return stats(openEngineHere(), run, setting);
	},
	async doctor(run, setting) {
		const [{doctor}, {openEngineHere}] = await Promise.all([import('./doctor.ts'), import('../local/engine-here.ts')]);
		return doctor(openEngineHere(), run, setting);
	},
	async demo(run, setting) {
		const {demo} = await import('./demo/demo.ts');
		return demo(run, setting);
	},
};
