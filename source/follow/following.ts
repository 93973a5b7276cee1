import path from 'node:path';
import {foreignText} from '../domain/foreign.ts';
import type {Fault} from '../domain/fault.ts';
import {sliceMs} from '../domain/limits.ts';
import type {GenerationId} from '../domain/source.ts';
import type {Clock} from './clock.ts';
import {Delivery} from './delivery.ts';
import {discover, type Discovery} from './discover.ts';
import {isRefusal, type Disk} from './disk.ts';
import type {Follow, FollowOptions, FollowSink, ReadBack} from './follow-port.ts';
import {FollowedSource} from './followed-source.ts';
import type {Generation} from './generation.ts';
import {calmPauseMs, pauseFor} from './heartbeat.ts';
import {reasonFor} from './presence.ts';
import {shortName} from './source-names.ts';
import {StatusBoard} from './status-board.ts';
import type {Doorbell, OpenDoorbell} from './watch.ts';

/** What following stands on. */
export type Ground = {
	readonly disk: Disk;
	readonly clock: Clock;
	readonly openDoorbell: OpenDoorbell;
};

/** Late lines, unfinished lines and statuses are looked after this often, however much there is to read. */
const choresMs = 50;

/** New files of a folder are looked for this often, should no doorbell tell of them. */
const rediscoverMs = 2000;

/** All sources, one loop: doorbells and the heartbeat lead to looks, looks to slices of reading, and between slices the event loop turns. */
export class Following implements Follow {
	readonly #options: FollowOptions;
	readonly #sink: FollowSink;
	readonly #ground: Ground;
	readonly #board: StatusBoard;
	readonly #sources: FollowedSource[] = [];
	readonly #generations: Generation[] = [];
	readonly #doorbells = new Map<string, Doorbell>();
	readonly #silences = new Map<string, string>();
	readonly #said = new Set<string>();
	#cancelNext: (() => void) | undefined;
	#isSoon = false;
	#isPaused = false;
	#isOver = false;
	#hasNews = true;
	#nextFirst = 0;
	#choresAtMs = 0;
	#discoveredAtMs = 0;
	#rotatedAtMs: number | undefined;

	constructor(options: FollowOptions, sink: FollowSink, ground: Ground) {
		this.#options = options;
		this.#sink = sink;
		this.#ground = ground;
		this.#board = new StatusBoard(sink, options.isFollowing);
	}

	start(): void {
		this.#discover();
		this.#soon();
	}

	readBack(id: GenerationId, offsetBytes: number, lengthBytes: number): ReadBack {
		const generation = this.#generations[id];
		if (generation?.handle === undefined || generation.archive !== undefined) {
			return {type: 'gone', reason: 'the file is no longer held open'};
		}

		const bytes = new Uint8Array(lengthBytes);
		const count = this.#ground.disk.read(generation.handle, bytes, offsetBytes);
		return isRefusal(count) ? {type: 'gone', reason: reasonFor(count.refused)} : {type: 'bytes', bytes: bytes.subarray(0, count)};
	}

	pause(): void {
		this.#isPaused = true;
	}

	resume(): void {
		this.#isPaused = false;
		this.#soon();
	}

	close(): void {
		this.#isOver = true;
		this.#cancelNext?.();
		for (const doorbell of this.#doorbells.values()) {
			doorbell.close();
		}

		for (const source of this.#sources) {
			source.close();
		}
	}

	/** One turn of the loop: look everywhere, read for a slice, and see when to come again. */
	#turn(): void {
		this.#isSoon = false;
		const {clock} = this.#ground;
		for (const source of this.#sources) {
			this.#grab(source);
		}

		const hasMore = !this.#isPaused && this.#readSlices();
		if (!hasMore || clock.nowMs() - this.#choresAtMs >= choresMs) {
			this.#doChores();
		}

		if (hasMore) {
			this.#soon();
		} else if (!this.#isPaused) {
			this.#rest();
		}
	}

	/** Reads from every source in turn until nothing is left or the slice is used up. */
	#readSlices(): boolean {
		const {clock} = this.#ground;
		const untilMs = clock.nowMs() + sliceMs;
		let hungry = [...this.#sources.slice(this.#nextFirst), ...this.#sources.slice(0, this.#nextFirst)];
		this.#nextFirst = (this.#nextFirst + 1) % Math.max(1, this.#sources.length);
		while (hungry.length > 0) {
			const still: FollowedSource[] = [];
			for (const source of hungry) {
				const nowMs = clock.nowMs();
				if (nowMs >= untilMs) {
					return true;
				}

				if (source.readOn(nowMs)) {
					this.#hasNews = true;
					still.push(source);
				}

				// A long drain must never keep the next file from being pinned.
				this.#grab(source);
			}

			hungry = still;
		}

		return false;
	}

	#grab(source: FollowedSource): void {
		const nowMs = this.#ground.clock.nowMs();
		if (!(this.#options.isFollowing && source.grab(nowMs))) {
			return;
		}

		this.#rotatedAtMs = nowMs;
		this.#soon();
	}

	#doChores(): void {
		const nowMs = this.#ground.clock.nowMs();
		this.#choresAtMs = nowMs;
		if (this.#options.isFollowing && nowMs - this.#discoveredAtMs >= rediscoverMs) {
			this.#discover();
		}

		for (const source of this.#sources) {
			source.readLate(nowMs);
			source.showUnfinished(nowMs);
			this.#board.tell(source, this.#silences.get(path.dirname(source.description.path)), nowMs);
		}
	}

	/** Everything is read for now: says so, then waits for a doorbell or the next heartbeat. */
	#rest(): void {
		const isUnpacking = this.#sources.some(source => source.isUnpacking);
		if (!isUnpacking && !this.#options.isFollowing) {
			this.#finish();
			return;
		}

		const nowMs = this.#ground.clock.nowMs();
		if (!isUnpacking && this.#hasNews) {
			this.#hasNews = false;
			this.#board.caughtUp(this.#sources);
			this.#sink.caughtUp();
		}

		if (this.#isSoon || !this.#options.isFollowing) {
			return;
		}

		this.#cancelNext?.();
		this.#cancelNext = this.#ground.clock.after(pauseFor({nowMs, rotatedAtMs: this.#rotatedAtMs}), () => {this.#turn();
});
	}

	#finish(): void {
		const nowMs = this.#ground.clock.nowMs();
		this.#isOver = true;
		for (const source of this.#sources) {
			source.finish(nowMs);
		}

		this.#board.ended(this.#sources, nowMs);
		this.#sink.caughtUp();
	}

	#soon(): void {
		if (this.#isSoon || this.#isOver) {
			return;
		}

		this.#isSoon = true;
		this.#cancelNext?.();
		this.#cancelNext = this.#ground.clock.soon(() => {this.#turn();
});
	}

	#ring(folder: string, name: string | undefined): void {
		if (this.#isOver) {
			return;
		}

		for (const source of this.#sources) {
			const {path: livePath} = source.description;
			if (path.dirname(livePath) === folder && (name === undefined || name === path.basename(livePath))) {
				this.#grab(source);
			}
		}

		this.#soon();
	}

	#discover(): void {
		const {disk, clock} = this.#ground;
		this.#discoveredAtMs = clock.nowMs();
		const discovery = discover(disk, this.#options.paths);
		const known = new Set(this.#sources.map(source => source.description.path as string));
		const newPaths = discovery.livePaths.filter(livePath => !known.has(livePath));
		const added = newPaths.map(livePath => this.#addSource(livePath, discovery.livePaths));
		for (const source of added) {
			source.begin(clock.nowMs());
			this.#hasNews = true;
			this.#board.tell(source, undefined, clock.nowMs());
		}

		this.#sayOnce(discovery);
		if (this.#options.isFollowing) {
			this.#hangDoorbells(discovery.folders);
		}
	}

	#addSource(livePath: string, all: readonly string[]): FollowedSource {
		const {disk} = this.#ground;
		const id = this.#sources.length;
		const description = {id, path: foreignText(livePath), name: foreignText(shortName(livePath, all))};
		const register = (generation: Generation): GenerationId => this.#generations.push(generation) - 1;
		const source = new FollowedSource({
			description,
			disk,
			isFollowing: this.#options.isFollowing,
			delivery: new Delivery({sink: this.#sink, source: id, register}),
			fault: (type, subject, sentence) => {
this.#sink.fault({type, source: id, subject: foreignText(subject), sentence});},
			onReady: () => {
this.#soon();},
		});
		this.#sources.push(source);
		this.#sink.source(description);
		return source;
	}

	#sayOnce({samePaths, leftOut, refused}: Discovery): void {
		const sayings: Array<Pick<Fault, 'type' | 'sentence'> & {subject: string}> = [
			...samePaths.map(same => ({type: 'same-file' as const, subject: same.path, sentence: `${same.path} is the same file as ${same.followedAs}; it is followed once.`})),
			...leftOut.map(file => ({type: 'left-out' as const, subject: file, sentence: `${file} does not look like a log and was left out; name it to open it all the same.`})),
			...refused.map(({path: folder, code}) => ({type: 'unreadable' as const, subject: folder, sentence: `${folder} cannot be listed: ${reasonFor(code)}.`})),
		];
		for (const {type, subject, sentence} of sayings.filter(saying => !this.#said.has(saying.sentence))) {
			this.#said.add(sentence);
			this.#sink.fault({type, source: undefined, subject: foreignText(subject), sentence});
		}
	}

	#hangDoorbells(folders: readonly string[]): void {
		const wanted = new Set([...folders, ...this.#sources.map(source => path.dirname(source.description.path))]);
		for (const folder of wanted) {
			if (!this.#doorbells.has(folder)) {
				this.#doorbells.set(folder, this.#ground.openDoorbell(folder, (where, name) => {
this.#ring(where, name);}, code => {
this.#fallSilent(folder, code);}));
			}
		}
	}

	#fallSilent(folder: string, code: string): void {
		if (this.#silences.has(folder)) {
			return;
		}

		this.#silences.set(folder, reasonFor(code));
		this.#sink.fault({type: 'watch-failed', source: undefined, subject: foreignText(folder), sentence: `${folder} cannot be watched: ${reasonFor(code)}. It is looked at every ${calmPauseMs} ms instead.`});
	}
}
