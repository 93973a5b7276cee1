import {parentPort} from 'node:worker_threads';
import {unpackHere} from '../follow/archives/archives.ts';
import {damageWords} from '../follow/archives/damage-words.ts';
import {realDisk} from '../follow/disk/disk.ts';
import type {FromUnpacker, ToUnpacker} from './unpack-messages.ts';

/** The unpacker's thread: a block of bzip2 or xz can take a tenth of a second, which must not delay the answer to a key. */
const port = parentPort!;
const open = new Map<number, AsyncIterator<Uint8Array>>();

port.on('message', (message: ToUnpacker) => {
	switch (message.type) {
		case 'begin': {
			open.set(message.id, unpackHere({disk: realDisk, handle: message.handle, archive: message.archive}));
			break;
		}

		case 'next': {
			void giveNext(message.id);
			break;
		}

		case 'close': {
			void close(message.id);
			break;
		}
	}
});

async function giveNext(id: number): Promise<void> {
	try {
		const step = await open.get(id)!.next();
		if (step.done === true) {
			post({type: 'end', id});
		} else {
			const bytes = new Uint8Array(step.value);
			post({type: 'piece', id, bytes}, [bytes.buffer]);
		}
	} catch (error) {
		post({type: 'damaged', id, why: damageWords(error)});
	}
}

/** The xz library works on one stream at a time: a stream given up halfway must be released, or the next one would wait for ever. */
async function close(id: number): Promise<void> {
	const pieces = open.get(id);
	open.delete(id);
	await pieces?.return?.();
}

function post(message: FromUnpacker, transfer: readonly ArrayBuffer[] = []): void {
	port.postMessage(message, transfer);
}
