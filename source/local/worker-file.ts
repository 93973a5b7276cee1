import {Worker} from 'node:worker_threads';

/**
Starts a thread of this folder. In the bundle the worker files lie beside the program; in development they are TypeScript,
which the thread can read only with tsx.
*/
export function startThread(name: 'engine-worker' | 'search-worker'): Worker {
	const isSource = import.meta.url.endsWith('.ts');
	const file = new URL(`${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
	return new Worker(file, {execArgv: isSource ? ['--import=tsx'] : []});
}
