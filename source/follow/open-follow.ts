import path from 'node:path';
import {foreignText} from '../domain/foreign.ts';
import {tellAhead} from './ahead.ts';
import {type Unpack, unpackHere} from './archives.ts';
import {begin} from './begin.ts';
import {realClock, type Clock} from './clock.ts';
import {isRefusal, realDisk, type Disk} from './disk.ts';
import {openDoorbells} from './doorbells.ts';
import type {Follow, FollowOptions, FollowSink} from './follow-port.ts';
import type {FollowedSource} from './followed-source.ts';
import {openDoormanHere, type OpenDoorman} from './doorman.ts';
import {keepNames} from './folder-names.ts';
import {isOwnDisk} from './folder-watch.ts';
import {grab} from './grab.ts';
import {calmPauseMs, pauseAfterRing, pauseFor, type Pulse} from './heartbeat.ts';
import {readGrown} from './growing-archives.ts';
import {finish, readLate, showUnfinished} from './late.ts';
import {openLoop, type Pace} from './loop.ts';
import {closeGeneration} from './open-generation.ts';
import {reasonFor} from './presence.ts';
import {BackReader} from './read-back.ts';
import type {Progress} from './progress.ts';
import {readOn} from './read-on.ts';
import {ReadingRound} from './reading-round.ts';
import {Roster} from './roster.ts';
import {identityKey} from './rotation.ts';
import {Seeking} from './seeking.ts';
import {StatusBoard} from './status-board.ts';
import {openDoorbell, type OpenDoorbell} from './watch.ts';

/** What following stands on; a test brings its own. */
export type Ground = {
	readonly disk: Disk;
	readonly clock: Clock;
	readonly openDoorbell: OpenDoorbell;
	readonly openDoorman: OpenDoorman;
	readonly unpack: Unpack;
};

const machine = (): Ground => ({disk: keepNames(realDisk, {calendarMs: realClock.calendarMs, isOwnDisk}), clock: realClock, openDoorbell, openDoorman: openDoormanHere, unpack: unpackHere});

/** Late lines, unfinished lines and statuses are looked after this often, however much there is to read. */
const choresMs = 50;

/**
Opens logs for following. Nothing is looked at before `start`.

    doorbell, heartbeat -> GRAB (pin what is new) -> read slices, grabbing after each -> chores -> pause
*/
export function openFollow(options: FollowOptions, sink: FollowSink, ground: Partial<Ground> = {}): Follow {
	const {disk, clock, openDoorbell: open, openDoorman, unpack} = {...machine(), ...ground};
	const {isFollowing, isNewestFirst = false} = options;
	const doorman = openDoorman({disk, calendarMs: clock.calendarMs, onArrival: welcome});
	const roster = new Roster({options, sink, disk, doorman, unpack, clock, onReady() {
		loop.hurry();
	}});
	const backReader = new BackReader(disk, roster);
	const board = new StatusBoard(sink, isFollowing);
	const loop = openLoop(clock, turn);
	const round = new ReadingRound(clock, readOneSlice);
	const seeking = new Seeking(clock);
	const doorbells = openDoorbells({openDoorbell: open, clock, identityOf: folderIdentity, onRing: ring, onSilent: sayPolling});
	let hasNews = true;
	let choresAtMs = 0;
	let areChoresWanted = true;
	let turnedAtMs = -Infinity;
	let stirredAtMs = -Infinity;

	return {
		start() {
			seek();
			// Doorbells take a moment to hang; a file born in that moment rang none.
			seeking.hurry();
			loop.hurry();
		},
		add(added) {
			roster.addPath(added);
			seek();
		},
		readBack(generation, offsetBytes, lengthBytes) {
			const numbered = roster.generations[generation];
			return numbered === undefined
				? {type: 'gone', reason: 'there is no such generation'}
				: backReader.read({...numbered, offsetBytes, lengthBytes});
		},
		pause: loop.pause,
		resume: loop.resume,
		close() {
			loop.stop();
			doorbells.close();
			doorman.close();
			for (const generation of roster.sources.flatMap(({remembered}) => remembered)) {
				closeGeneration(disk, generation);
			}
		},
	};

	function turn(): Pace {
		turnedAtMs = clock.nowMs();
		for (const source of roster.sources) {
			grabNow(source);
		}

		const progress = round.read(roster.sources);
		if (clock.nowMs() >= choresAtMs) {
			doChores();
		}

		return progress === 'more' ? 'at-once' : rest();
	}

	function readOneSlice(source: FollowedSource): Progress {
		const grown = readGrown(source, clock.nowMs());
		const progress = readOn(source, clock.nowMs()) === 'more' ? 'more' : grown;
		if (progress === 'more') {
			stirredAtMs = clock.nowMs();
			hasNews = true;
			areChoresWanted = true;
		}

		// A long drain must never keep the next file from being pinned.
		return grabNow(source) === 'grabbed' ? 'more' : progress;
	}

	function grabNow(source: FollowedSource): ReturnType<typeof grab> {
		return isFollowing ? grab(source, clock.nowMs()) : 'same';
	}

	function doChores(): void {
		const nowMs = clock.nowMs();
		choresAtMs = nowMs + choresMs;
		areChoresWanted = false;
		if (isFollowing && seeking.isDue) {
			seek();
		}

		for (const source of roster.sources) {
			readLate(source, nowMs);
			showUnfinished(source, nowMs);
			board.tell(source, doorbells.silenceOf(folderOf(source)), nowMs);
			showNewest(source);
		}
	}

	function showNewest(source: FollowedSource): void {
		if (isNewestFirst && tellAhead(source) === 'more') {
			areChoresWanted = true;
		}
	}

	/** Everything there is has been read: says so, once for each time there was news. */
	function rest(): Pace {
		if (roster.sources.some(({isUnpacking}) => isUnpacking)) {
			return isFollowing ? {afterMs: calmPauseMs} : 'never';
		}

		if (!isFollowing) {
			finishAll();
			return 'never';
		}

		if (hasNews) {
			hasNews = false;
			board.caughtUp(roster.sources);
			sink.caughtUp();
		}

		const nowMs = clock.nowMs();
		const pauseMs = pauseFor(pulse());
		return {afterMs: areChoresWanted ? Math.min(pauseMs, Math.max(0, choresAtMs - nowMs)) : pauseMs};
	}

	function pulse(): Pulse {
		return {
			nowMs: clock.nowMs(),
			rotatedAtMs: Math.max(...roster.sources.map(source => source.rotatedAtMs)),
			stirredAtMs,
			isHot: roster.sources.some(source => doorbells.isHot(folderOf(source))),
			// What a link leads to may lie in a folder that nobody listens at.
			isTold: () => roster.sources.every(source => doorbells.isTelling(folderOf(source)) && !disk.isLink(source.description.path)),
		};
	}

	function finishAll(): void {
		for (const source of roster.sources) {
			finish(source, clock.nowMs());
		}

		board.ended(roster.sources, clock.nowMs());
		sink.caughtUp();
	}

	/** What the doorman holds is taken at once, and read with the next turn. */
	function welcome(livePath: string): void {
		const source = roster.sources.find(({description}) => description.path === livePath);
		if (source !== undefined) {
			grabNow(source);
		}

		areChoresWanted = true;
		loop.hurry();
	}

	/** The name is looked at inside the doorbell itself: one turn of the loop later the file may be gone. */
	function ring(folder: string, name: string | undefined): void {
		areChoresWanted = true;
		const rung = roster.sources.filter(source => folderOf(source) === folder && (name === undefined || name === path.basename(source.description.path)));
		for (const source of rung) {
			grabNow(source);
		}

		if (rung.length === 0) {
			seeking.hurry();
		}

		loop.hurryWithin(pauseAfterRing(pulse(), turnedAtMs));
	}

	/** Finds sources: those there at the start, and those that folders and globs gain later. */
	function seek(): void {
		seeking.sought();
		const {added, folders} = roster.discover();
		for (const source of added) {
			begin(source, clock.nowMs());
			showNewest(source);
			board.tell(source, undefined, clock.nowMs());
			hasNews = true;
		}

		if (isFollowing) {
			doorbells.hang(folders);
		}

		if (added.length > 0) {
			loop.hurry();
		}
	}

	function folderIdentity(folder: string): string | undefined {
		const facts = disk.factsOf(folder);
		return isRefusal(facts) ? undefined : identityKey(facts);
	}

	function sayPolling(folder: string, code: string): void {
		sink.fault({
			type: 'watch-failed',
			source: undefined,
			subject: foreignText(folder),
			sentence: `${folder} cannot be watched: ${reasonFor(code)}. It is looked at every ${calmPauseMs} ms instead.`,
		});
	}
}

const folderOf = ({description}: FollowedSource): string => path.dirname(description.path);
