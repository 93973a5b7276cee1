import {parentPort} from 'node:worker_threads';
import {matchTexts, type PatternTask} from './match-texts.ts';

/** The thread for regular expressions: a pattern can run for ever, and then this thread is terminated from outside. */
const port = parentPort!;

port.on('message', (task: PatternTask) => {
	const found = matchTexts(task);
	port.postMessage(found, typeof found === 'string' ? [] : [found.buffer]);
});

// Announces itself, because loading this file takes longer than many searches and no deadline may run before that.
port.postMessage('ready');
