import process from 'node:process';
import {endingSignals, signalExitCode} from '../config/exit-codes.ts';

/** How the program ends: work that must be done before, whatever ends it. */
export type Ending = {
	/** Work is done in the reverse order of asking; it must not wait. */
	before(work: () => void): void;
	end(exitCode: number): never;
};

/**
Does the work asked for when the program ends by itself, by a signal or by a mistake of ours. `isBlocked` tells that a thread of Node's pool
waits for a reader: then an orderly exit would wait for that reader too (libuv joins its threads), and only the signal itself ends the program.
*/
export function watchEnding(isBlocked: () => boolean): Ending {
	const works: Array<() => void> = [];
	const doWorks = () => {
		for (const work of works.splice(0).toReversed()) {
			work();
		}
	};

	process.on('exit', doWorks);
	for (const {name, number} of endingSignals) {
		process.once(name, () => {
			doWorks();
			if (isBlocked()) {
				process.kill(process.pid, name);
			}

			process.exit(signalExitCode(number));
		});
	}

	return {
		before(work) {
			works.push(work);
		},
		end(exitCode): never {
			// eslint-disable-next-line unicorn/no-process-exit -- the engine's worker would keep the program alive
			return process.exit(exitCode);
		},
	};
}
