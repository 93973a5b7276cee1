import process from 'node:process';
import {endingSignals, exitCodes, signalExitCode} from '../config/exit-codes.ts';

/** Ends the program, after the work that must be done first. */
export type Ending = {
	/** Registers work to do before the end, in reverse order of registration. It must not wait. */
	before(work: () => void): void;
	/** `isBlocked` says whether a thread of Node's pool is blocked on a reader: a normal exit would wait for it too, because libuv joins its threads. */
	blockedBy(isBlocked: () => boolean): void;
	/** For a run that leaves nothing to tidy up and reads in this thread: signals end it in the midst of any step, because none of ours is needed. */
	leaveToSystem(): void;
	end(exitCode: number): never;
};

/** Says what nobody foresaw. */
export type LastWords = (error: unknown) => void;

/** Does the registered work when the program ends, by itself, by a signal or by an uncaught error. Where a normal exit would block, the signal's default action ends the program. */
export function watchEnding(lastWords?: LastWords): Ending {
	const works: Array<() => void> = [];
	const blocks: Array<() => boolean> = [];
	const doWorks = () => {
		for (const work of works.splice(0).toReversed()) {
			work();
		}
	};

	process.on('exit', doWorks);
	if (lastWords !== undefined) {
		// Node would show the line that failed, which in the bundle has 26 kB.
		process.once('uncaughtException', error => {
			// Last of all that is done at the exit: the terminal is given back before.
			process.on('exit', () => {
				lastWords(error);
			});
			process.exit(exitCodes.trouble.code);
		});
	}

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
		leaveToSystem() {
			if (process.pid !== initPid) {
				for (const name of plainDeaths) {
					process.removeAllListeners(name);
				}
			}
		},
		end(exitCode): never {
			// eslint-disable-next-line unicorn/no-process-exit -- the engine's worker would keep the program alive
			return process.exit(exitCode);
		},
	};
}

/** The first process of a container: the kernel keeps from it every signal that it does not listen for (pid_namespaces(7)). */
const initPid = 1;

/** Signals whose default action ends a process and leaves no core file (signal(7)). */
const plainDeaths = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const satisfies NodeJS.Signals[];

/** Dies of the signal itself. Its default action happens only where nobody listens, and libraries listen too. */
function dieOf(name: NodeJS.Signals): void {
	process.removeAllListeners(name);
	process.kill(process.pid, name);
}
