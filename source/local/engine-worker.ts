import {parentPort} from 'node:worker_threads';
import type {FromEngine, ToEngine} from '../engine/messages.ts';
import {EngineDesk} from './engine-desk.ts';

/** The engine's thread: messages in, messages out. */
const port = parentPort!;
const desk = new EngineDesk((message: FromEngine, transfer: readonly ArrayBuffer[] = []) => {
	port.postMessage(message, transfer);
});

port.on('message', (message: ToEngine) => {
	desk.receive(message);
});
