import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

/** What the program is told from outside, as far as the terminal is concerned. */
export type SignalListeners = {
	readonly stop: () => void;
	readonly continued: () => void;
	readonly resized: () => void;
	/** The last moment, after `process.exit` or an uncaught error. A signal that ends the program comes to it by `process.exit`, too. */
	readonly exit: () => void;
};

/** Listens until the function it gives back is called. */
export function listenToSignals(listeners: SignalListeners): () => void {
	const emitter: NodeJS.EventEmitter = process;
	const rows: ReadonlyArray<readonly [string, () => void]> = [
		['SIGTSTP', listeners.stop],
		['SIGCONT', listeners.continued],
		['SIGWINCH', listeners.resized],
		['exit', listeners.exit],
	];
	for (const [name, listener] of rows) {
		emitter.on(name, listener);
	}

	return () => {
		for (const [name, listener] of rows) {
			emitter.off(name, listener);
		}
	};
}

/**
Nothing more goes to standard output and error. On a stalled terminal Node's writes to them never return,
and the library that shows the cursor again for Ink (restore-cursor) writes there as the very last thing.
*/
export function silenceStandardStreams(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.write = () => true;
	}
}

/**
Stops this process, or all of its group as Ctrl+Z on the terminal does, and settles after it was continued.
SIGTSTP, not SIGSTOP: the kernel discards it where no shell could ever continue us (a login shell of our own), and then this settles at once.
*/
export async function stopUntilContinued(whom: 'process' | 'group'): Promise<void> {
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(whom === 'group' ? 0 : process.pid, 'SIGTSTP');
	await setTimeout(stopTakesMs);
	for (const listener of listeners) {
		process.on('SIGTSTP', listener);
	}
}

/** The stop may reach another thread first. Time spent stopped counts, so nothing is waited for after `fg`. */
const stopTakesMs = 50;
