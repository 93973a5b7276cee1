import {MessageChannel, receiveMessageOnPort, type MessagePort} from 'node:worker_threads';
import {filesIn, type Arrival} from '../follow/doorman/arrival.ts';
import type {FileFacts} from '../follow/disk/disk.ts';
import {openDoormanHere, type Doorman, type OpenDoorman} from '../follow/doorman/doorman.ts';
import {closeArrivals} from '../follow/handles/open-generation.ts';
import type {DoormanTools, FromDoorman, ToDoorman, Untaken} from './doorman-messages.ts';
import {startThread} from './worker-file.ts';

type Surroundings = Parameters<OpenDoorman>[0];

/** The doorman in a thread of its own. Until that has started, and if it ever fails, this thread looks at the names. */
export const openDoormanThread: OpenDoorman = surroundings => new DoormanThread(surroundings);

class DoormanThread implements Doorman {
	readonly #surroundings: Surroundings;
	readonly #port: MessagePort;
	readonly #untaken: Untaken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	readonly #newest = new Map<string, FileFacts | undefined>();
	readonly #waiting = new Map<string, readonly Arrival[]>();
	#here: Doorman | undefined;
	#isClosed = false;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#here = openDoormanHere(surroundings);
		const {port1, port2} = new MessageChannel();
		this.#port = port1;
		const tools: DoormanTools = {port: port2, untaken: this.#untaken};
		const worker = startThread('doorman-worker', {workerData: tools, transferList: [port2]});
		port1.on('message', (message: FromDoorman) => {
			this.#receive(message);
		});
		worker.on('error', () => {
			this.#standIn();
		});
		worker.on('exit', () => {
			this.#standIn();
		});
		// Following keeps the program alive while it is wanted; the doorman alone must not.
		worker.unref();
		port1.unref();
	}

	#receive(message: FromDoorman): void {
		if (message.type === 'stands') {
			this.#handOver();
			return;
		}

		for (const {path, arrivals} of message.delivered) {
			this.#waiting.set(path, [...this.#waiting.get(path) ?? [], ...arrivals]);
		}

		if (this.#isClosed) {
			this.#closeWaiting();
			return;
		}

		for (const {path} of message.delivered) {
			this.#surroundings.onArrival(path);
		}
	}

	/** From now on only one thread looks at a name, so that what comes keeps its order. */
	#handOver(): void {
		if (this.#isClosed) {
			this.#send({type: 'close'});
			return;
		}

		this.#here?.close();
		this.#here = undefined;
		for (const [path, newest] of this.#newest) {
			this.#send({type: 'attend', path, newest});
		}
	}

	#standIn(): void {
		if (this.#here !== undefined || this.#isClosed) {
			return;
		}

		this.#here = openDoormanHere(this.#surroundings);
		for (const [path, newest] of this.#newest) {
			this.#here.attend(path, newest);
		}
	}

	#send(message: ToDoorman): void {
		this.#port.postMessage(message);
	}

	/** Receives messages that were already sent, before the event loop delivers them. */
	#receiveAll(): void {
		for (let next = receiveMessageOnPort(this.#port); next !== undefined; next = receiveMessageOnPort(this.#port)) {
			this.#receive(next.message as FromDoorman);
		}
	}

	#takeWaiting(path: string): readonly Arrival[] {
		const arrivals = this.#waiting.get(path) ?? [];
		this.#waiting.delete(path);
		Atomics.sub(this.#untaken, 0, arrivals.flatMap(arrival => filesIn(arrival)).length);
		return arrivals;
	}

	#closeWaiting(): void {
		for (const path of this.#waiting.keys()) {
			closeArrivals(this.#surroundings.disk, this.#takeWaiting(path));
		}
	}

	get isApart(): boolean {
		return this.#here === undefined;
	}

	attend(path: string, newest: FileFacts | undefined): void {
		this.#newest.set(path, newest);
		if (this.#here === undefined) {
			this.#send({type: 'attend', path, newest});
		} else {
			this.#here.attend(path, newest);
		}
	}

	take(path: string): readonly Arrival[] {
		this.#receiveAll();
		const arrivals = [...this.#takeWaiting(path), ...this.#here?.take(path) ?? []];
		const newest = arrivals.findLast(arrival => arrival.type === 'file');
		if (newest !== undefined) {
			this.#newest.set(path, newest.file.facts);
		}

		return arrivals;
	}

	waiting(): readonly string[] | undefined {
		this.#receiveAll();
		return this.#here === undefined ? this.#waiting.keys().toArray() : undefined;
	}

	decline(path: string): void {
		if (this.#here === undefined) {
			this.#send({type: 'decline', path});
		} else {
			this.#here.decline(path);
		}
	}

	/** Files that the thread has opened but not sent yet are closed when they arrive. */
	close(): void {
		this.#isClosed = true;
		this.#here?.close();
		this.#receiveAll();
		this.#closeWaiting();
		this.#send({type: 'close'});
	}
}
