import process from 'node:process';
import {endingSignals, signalExitCode} from '../config/exit-codes.ts';

/** How the program ends: work that must be done before, whatever ends it. */
export type Ending = {
	/** Work is done in the reverse order of asking; it must not wait. */
	before(work: () => void): void;
	/** `isBlocked` tells that a thread of Node's pool waits for a reader: an orderly exit would wait for that reader too (libuv joins its threads). */
	blockedBy(isBlocked: () => boolean): void;
	end(exitCode: number): never;
};

/** Does the work asked for when the program ends by itself, by a signal or by a mistake of ours. Where an orderly exit would block, only the signal itself ends the program. */
export function watchEnding(): Ending {
	const works: Array<() => void> = [];
	const blocks: Array<() => boolean> = [];
	const doWorks = () => {
		for (const work of works.splice(0).toReversed()) {
			work();
		}
	};

	process.on('exit', doWorks);
	for (const {name, number} of endingSignals) {
		process.once(name, () => {
			doWorks();
			if (blocks.some(isBlocked => isBlocked())) {
				dieOf(name);
			}

			process.exit(signalExitCode(number));
		});
	}

	return {
		before(work) {
			works.push(work);
		},
		blockedBy(isBlocked) {
			blocks.push(isBlocked);
		},
		end(exitCode): never {
			// eslint-disable-next-line unicorn/no-process-exit -- the engine's worker would keep the program alive
			return process.exit(exitCode);
		},
	};
}

/** A signal does what it does by default only where nobody listens; libraries listen, too. */
function dieOf(name: NodeJS.Signals): void {
	process.removeAllListeners(name);
	process.kill(process.pid, name);
}
