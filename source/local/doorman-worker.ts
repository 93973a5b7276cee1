import {workerData} from 'node:worker_threads';
import {filesIn} from '../follow/doorman/arrival.ts';
import {keepNames} from '../follow/disk/folder-names.ts';
import {isOwnDisk} from '../follow/doorman/folder-watch.ts';
import {machineDisk} from '../follow/disk/own-output.ts';
import {Porch} from '../follow/doorman/porch.ts';
import {untakenLimit, type DoormanTools, type FromDoorman, type ToDoorman} from './doorman-messages.ts';

/** The doorman's thread does nothing but look at live names, so that neither parsing nor a query keeps a new file waiting. */
const {port, untaken} = workerData as DoormanTools;
const alarm = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

const calendarMs = () => Date.now();
const porch = new Porch({
	disk: keepNames(machineDisk(), {calendarMs, isOwnDisk}),
	calendarMs,
	tell(delivered) {
		const files = delivered.flatMap(({arrivals}) => arrivals).flatMap(arrival => filesIn(arrival));
		Atomics.add(untaken, 0, files.length);
		post({type: 'delivered', delivered});
	},
	isFull: names => Atomics.load(untaken, 0) >= untakenLimit(names),
	nap(forMs) {
		Atomics.wait(alarm, 0, 0, forMs);
	},
});

port.on('message', (message: ToDoorman) => {
	switch (message.type) {
		case 'attend': {
			porch.attend(message.path, message.newest);
			break;
		}

		case 'decline': {
			porch.decline(message.path);
			break;
		}

		case 'close': {
			porch.close();
			port.close();
			break;
		}
	}
});
post({type: 'stands'});

function post(message: FromDoorman): void {
	port.postMessage(message);
}
