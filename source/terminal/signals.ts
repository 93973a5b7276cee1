import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

/** The signals that concern the terminal. */
export type SignalListeners = {
	readonly stop: () => void;
	readonly continued: () => void;
	readonly resized: () => void;
	/** The last moment before the process ends, by itself, by an uncaught error, or by a signal, which goes through `process.exit` too. */
	readonly exit: () => void;
};

/** Listens until the returned function is called. */
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
Lets nothing more reach standard output and error. On a stalled terminal Node's writes to them never return,
and the library that shows the cursor again for Ink (restore-cursor) writes there at the very end.
*/
export function silenceStandardStreams(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.write = () => true;
	}
}

/**
Stops this process, or its whole group as Ctrl+Z on the terminal does, and settles after it was continued.
SIGTSTP rather than SIGSTOP: the kernel discards it where no shell could ever continue the process (run as a login shell), and then this settles at once.
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

/** The stop may reach another thread first. Time spent stopped counts, so `fg` is not delayed. */
const stopTakesMs = 50;
