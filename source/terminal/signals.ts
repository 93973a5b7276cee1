import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import type {DeathSignal} from './terminal.ts';

/** What the program is told from outside, as far as the terminal is concerned. */
export type SignalListeners = {
	readonly death: (signal: DeathSignal) => void;
	readonly stop: () => void;
	readonly continued: () => void;
	readonly resized: () => void;
	/** The last moment, after `process.exit` or an uncaught error. */
	readonly exit: () => void;
};

const deathSignals: readonly DeathSignal[] = ['SIGALRM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGXCPU'];

/** Listens until the function it gives back is called. */
export function listenToSignals(listeners: SignalListeners): () => void {
	const emitter: NodeJS.EventEmitter = process;
	const rows: ReadonlyArray<readonly [string, () => void]> = [
		...deathSignals.map(signal => [signal, () => {
			listeners.death(signal);
		}] as const),
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

/** On Linux (signal(7)). */
const signalNumbers: ReadonlyMap<DeathSignal, number> = new Map([['SIGHUP', 1], ['SIGINT', 2], ['SIGQUIT', 3], ['SIGUSR1', 10], ['SIGUSR2', 12], ['SIGALRM', 14], ['SIGTERM', 15], ['SIGXCPU', 24]]);

/**
Ends as a shell tells a death by the signal, 128 and its number (sh(1)). Node's own end puts the terminal's modes back without waiting for a link that
stalls (libuv's uv_tty_reset_mode: TCSANOW); the signal itself, raised once more, at times comes before that.
*/
export function dieOf(signal: DeathSignal): never {
	// eslint-disable-next-line unicorn/no-process-exit -- a signal ends the program
	process.exit(128 + signalNumbers.get(signal)!);
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
