import {parentPort} from 'node:worker_threads';
import {matchTexts, type PatternTask} from './match-texts.ts';

/** The thread for regular expressions: a pattern can be made to run for ever, and then this thread is ended from outside. */
const port = parentPort!;

port.on('message', (task: PatternTask) => {
	const found = matchTexts(task);
	port.postMessage(found, [found.buffer]);
});

// Loading this file takes longer than many a search: no deadline runs before it is done.
port.postMessage('ready');
