import path from 'node:path';
import {foreignText} from '../domain/foreign.ts';
import {begin} from './begin.ts';
import {Chores} from './chores.ts';
import {openDoorbells} from './doorbells.ts';
import type {Follow, FollowOptions, FollowSink} from './follow-port.ts';
import type {FollowedSource} from './followed-source.ts';
import {grab} from './grab.ts';
import {type Ground, machine} from './ground.ts';
import {calmPauseMs, Heartbeat, pauseAfterRing, type Pulse} from './heartbeat.ts';
import {readGrown} from './growing-archives.ts';
import {finish} from './late.ts';
import {identityAt} from './look.ts';
import {openLoop, type Pace} from './loop.ts';
import {closeGenerations} from './open-generation.ts';
import {reasonFor} from './presence.ts';
import {BackReader} from './read-back.ts';
import type {Progress} from './progress.ts';
import {readOn} from './read-on.ts';
import {ReadingRound} from './reading-round.ts';
import {Roster} from './roster.ts';
import {Seeking} from './seeking.ts';
import {shareHandles} from './shared-handles.ts';
import {StatusBoard} from './status-board.ts';

/**
Opens logs for following. Nothing is looked at before `start`.

    doorbell, heartbeat -> GRAB (pin what is new) -> read slices where there may be something, grabbing after each -> chores -> pause
*/
export function openFollow(options: FollowOptions, sink: FollowSink, ground: Partial<Ground> = {}): Follow {
	const {disk: machineDisk, clock, openDoorbell: open, openDoorman, unpack} = {...machine(), ...ground};
	const {isFollowing, isNewestFirst = false} = options;
	const disk = isFollowing ? machineDisk : shareHandles(machineDisk);
	const doorman = openDoorman({disk, calendarMs: clock.calendarMs, onArrival: welcome});
	const roster = new Roster({options, sink, disk, doorman, unpack, clock, onReady: wake});
	const backReader = new BackReader(disk, roster);
	const board = new StatusBoard(sink, isFollowing);
	const loop = openLoop(clock, turn);
	const round = new ReadingRound(clock, readOneSlice);
	const seeking = new Seeking(clock);
	const doorbells = openDoorbells({openDoorbell: open, clock, identityOf: folder => identityAt(disk, folder), onRing: ring, onSilent: sayPolling});
	const heartbeat = new Heartbeat(clock);
	const chores = new Chores({clock, board, isNewestFirst, sourceCount: () => roster.sources.length, silenceOf: source => doorbells.silenceOf(folderOf(source))});
	let hasNews = true;
	let turnedAtMs = -Infinity;
	let stirredAtMs = -Infinity;

	return {
		start() {
			seek();
			// What is newest is told before anybody asks.
			chores.do();
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
			for (const source of roster.sources) {
				closeGenerations(disk, [...source.remembered, ...source.copies.map(({generation}) => generation)]);
			}
		},
	};

	function turn(): Pace {
		turnedAtMs = clock.nowMs();
		grabAll(isFollowing ? waitedFor() : []);
		if (isFollowing) {
			beat();
		}

		const progress = round.read();
		if (chores.isDue) {
			chores.do();
		}

		seekWhenDue();
		return progress === 'more' ? 'at-once' : rest();
	}

	/** Looks at all names by the clock. Begun anew before all of them had their turn, in a folder of thousands a look would never end. */
	function beat(): void {
		const isDue = !round.isLooking && heartbeat.isDue;
		if (isDue) {
			round.wakeAll(roster.sources);
			chores.want(roster.sources);
		}

		if (isDue || round.isLooking) {
			heartbeat.look(roster.sources.length);
		}
	}

	/** A name that was looked at is read on at once: what was seen there must not change before. */
	function grabAll(sources: readonly FollowedSource[]): void {
		for (const source of sources) {
			grabNow(source);
		}

		round.wake(sources);
	}

	/** Those to whose names something came. */
	function waitedFor(): readonly FollowedSource[] {
		const waiting = doorman.waiting();
		return waiting === undefined ? roster.sources : waiting.map(livePath => roster.at(livePath)).filter(source => source !== undefined);
	}

	function readOneSlice(source: FollowedSource): Progress {
		const grown = readGrown(source, clock.nowMs());
		const progress = readOn(source, clock.nowMs()) === 'more' ? 'more' : grown;
		if (progress === 'more') {
			stirredAtMs = clock.nowMs();
			hasNews = true;
			chores.want([source]);
		}

		// A long drain must never keep the next file from being pinned.
		return grabNow(source) === 'grabbed' ? 'more' : progress;
	}

	function grabNow(source: FollowedSource): ReturnType<typeof grab> {
		return isFollowing ? grab(source, clock.nowMs()) : 'same';
	}

	function seekWhenDue(): void {
		if (isFollowing && seeking.isDue) {
			seek();
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

		return {afterMs: Math.min(heartbeat.restMs(pulse()), chores.restMs ?? Infinity)};
	}

	function pulse(): Pulse {
		return {
			nowMs: clock.nowMs(),
			sources: roster.sources.length,
			rotatedAtMs: roster.rotatedAtMs,
			stirredAtMs,
			isHot: roster.folders.some(folder => doorbells.isHot(folder)),
			// What a link leads to may lie in a folder that nobody listens at.
			isTold: () => roster.folders.every(folder => doorbells.isTelling(folder)) && roster.sources.every(({description}) => !disk.isLink(description.path)),
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
		const source = roster.at(livePath);
		if (source === undefined) {
			return;
		}

		grabNow(source);
		wake(source);
	}

	function wake(source: FollowedSource): void {
		round.wake([source]);
		chores.want([source]);
		loop.hurry();
	}

	/** The name is looked at inside the doorbell itself: one turn of the loop later the file may be gone. */
	function ring(folder: string, name: string | undefined): void {
		const rung = name === undefined ? roster.in(folder) : roster.concernedBy(folder, name);
		if (rung.length === 0) {
			seeking.hurry();
		}

		grabAll(rung);
		chores.want(rung);
		loop.hurryWithin(pauseAfterRing({nowMs: clock.nowMs(), rotatedAtMs: roster.rotatedAtMs}, turnedAtMs));
	}

	/** Finds sources: those there at the start, and those that folders and globs gain later. */
	function seek(): void {
		seeking.sought();
		const {added, folders} = roster.discover();
		for (const source of added) {
			begin(source, clock.nowMs());
			board.tell(source, undefined, clock.nowMs());
			hasNews = true;
		}

		round.wake(added);
		chores.want(added);

		if (isFollowing) {
			doorbells.hang(folders);
		}

		if (added.length > 0) {
			loop.hurry();
		}
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
