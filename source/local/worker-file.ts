import {Worker, type WorkerOptions} from 'node:worker_threads';

type ThreadName = 'engine-worker' | 'search-worker' | 'doorman-worker' | 'unpack-worker';

/**
Starts a thread of this folder. In the bundle the worker files lie beside the program; in development they are TypeScript, which Node reads by itself:
without the loader that screens with JSX need, a thread stands in a third of the time.

It bears its name in the kernel too, so that `top -H` shows which part of the program is busy. Descriptors are handed from thread to thread, so no thread may close those it opened when it ends (`trackUnmanagedFds` of node:worker_threads):
their numbers would by then belong to other files. What Node thinks of packages inside the bundle is nothing for the terminal.
*/
export function startThread(name: ThreadName, options: Pick<WorkerOptions, 'workerData' | 'transferList'> = {}): Worker {
	const isSource = import.meta.url.endsWith('.ts');
	const file = new URL(`${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
	return new Worker(file, {...options, name, execArgv: ['--no-deprecation'], trackUnmanagedFds: false});
}
