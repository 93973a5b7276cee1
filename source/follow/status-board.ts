import type {SourceStatus} from '../domain/source.ts';
import type {FollowSink} from './follow-port.ts';
import {behindBytes, type FollowedSource} from './followed-source.ts';
import {stateOf} from './source-state.ts';

/** Tells what each source is doing, when that has changed, and when all of them have been read to their present end. */
export class StatusBoard {
	readonly #sink: FollowSink;
	readonly #isFollowing: boolean;
	readonly #told = new Map<FollowedSource, string>();
	readonly #caughtUp = new Set<FollowedSource>();
	/** Something came since it was last said that all is read. */
	#hasNews = true;

	constructor(sink: FollowSink, isFollowing: boolean) {
		this.#sink = sink;
		this.#isFollowing = isFollowing;
	}

	/** There is something to read. */
	noteNews(): void {
		this.#hasNews = true;
	}

	tell(source: FollowedSource, silence: string | undefined, nowMs: number, isOver = source.isPacked && source.chain.reading === undefined): void {
		const {delivery, description, presence, isLink, notices, chain} = source;
		const behind = behindBytes(source);
		const status: SourceStatus = {
			source: description.id,
			state: stateOf({
				name: description.name,
				presence,
				isLink,
				isFollowing: this.#isFollowing,
				isOver,
				hasCaughtUp: this.#caughtUp.has(source),
				behindBytes: behind,
				totalBytes: behind + delivery.bytesRead,
				successors: chain.queued.length,
				silence,
				nowMs,
			}),
			generations: delivery.generations,
			bytesRead: delivery.bytesRead,
			holes: delivery.holes,
			notices: [...notices],
		};
		const text = JSON.stringify(status);
		if (this.#told.get(source) === text) {
			return;
		}

		this.#told.set(source, text);
		this.#sink.status(status);
	}

	/** All is read, which is said once for each time there was news. From now on these are live: being behind again means draining. */
	caughtUp(sources: readonly FollowedSource[]): void {
		if (!this.#hasNews) {
			return;
		}

		this.#hasNews = false;
		for (const source of sources) {
			this.#caughtUp.add(source);
		}

		this.#sink.caughtUp();
	}

	/** All is read, and nothing more will be. */
	ended(sources: readonly FollowedSource[], nowMs: number): void {
		for (const source of sources) {
			this.tell(source, undefined, nowMs, true);
		}

		this.#sink.caughtUp();
	}
}
