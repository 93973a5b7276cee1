import {Worker, type WorkerOptions} from 'node:worker_threads';

type ThreadName = 'engine-worker' | 'search-worker' | 'doorman-worker' | 'unpack-worker';

/**
Starts a worker thread of this folder. In the bundle the worker files are beside the program; in development they are TypeScript, which Node runs by itself:
without the loader that JSX needs, a thread starts in a third of the time.

The kernel knows the thread's name too, so that `top -H` shows which part of the program is busy. Descriptors are handed from thread to thread, so a thread must not close
those it opened when it ends (`trackUnmanagedFds` of node:worker_threads): their numbers may belong to other files by then. Node's warnings about packages inside the
bundle are kept from the terminal.
*/
export function startThread(name: ThreadName, options: Pick<WorkerOptions, 'workerData' | 'transferList'> = {}): Worker {
	const isSource = import.meta.url.endsWith('.ts');
	const file = new URL(`${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
	return new Worker(file, {...options, name, execArgv: ['--no-deprecation'], trackUnmanagedFds: false});
}
