import path from 'node:path';
import {begin} from './rotation/begin.ts';
import {Chores} from './turns/chores.ts';
import {openDoorbells} from './doorman/doorbells.ts';
import {fewHandlesFault, unwatchedFault} from './follow-faults.ts';
import type {Follow, FollowOptions, FollowSink} from './follow-port.ts';
import type {FollowedSource} from './followed-source.ts';
import {grab} from './rotation/grab.ts';
import {type Ground, machine} from './ground.ts';
import {readGrown} from './archives/growing-archives.ts';
import {HandleBudget} from './handles/handle-budget.ts';
import {calmPauseMs, pauseAfterRing} from './turns/heartbeat.ts';
import {finish} from './reading/late.ts';
import {identityAt} from './disk/look.ts';
import {Looks} from './turns/looks.ts';
import {openLoop, type Pace} from './turns/loop.ts';
import {closeGenerations} from './handles/open-generation.ts';
import {BackReader} from './reading/read-back.ts';
import type {Progress} from './turns/progress.ts';
import {readOn} from './reading/read-on.ts';
import {ReadingRound} from './turns/reading-round.ts';
import {Roster} from './roster.ts';
import {Seeking} from './turns/seeking.ts';
import {shareHandles} from './handles/shared-handles.ts';
import {StatusBoard} from './status-board.ts';

/**
Opens logs for following. Nothing is looked at before `start`.

    doorbell, look by the clock -> GRAB (pin what is new) -> read slices where there may be something, grabbing after each -> chores -> pause
*/
export function openFollow(options: FollowOptions, sink: FollowSink, ground: Partial<Ground> = {}): Follow {
	const {disk: machineDisk, clock, openDoorbell: open, openDoorman, unpack, mostHandles} = {...machine(), ...ground};
	const {isFollowing, isNewestFirst = false} = options;
	const disk = isFollowing ? machineDisk : shareHandles(machineDisk);
	const doorman = openDoorman({disk, calendarMs: clock.calendarMs, onArrival: welcome});
	const roster = new Roster({options, sink, disk, doorman, unpack, clock, onReady: wake});
	const backReader = new BackReader(disk, roster);
	const board = new StatusBoard(sink, isFollowing);
	const loop = openLoop(clock, turn);
	const round = new ReadingRound(clock, readOneSlice);
	const doorbells = openDoorbells({
		openDoorbell: open,
		clock,
		identityOf: folder => identityAt(disk, folder),
		onRing: ring,
		onSilent(folder, code) {
			sink.fault(unwatchedFault(folder, code));
		},
	});
	const chores = new Chores({
		clock,
		board,
		isNewestFirst,
		sourceCount: () => roster.sources.length,
		silenceOf: source => doorbells.silenceOf(folderOf(source)),
		onDone(source) {
			budget.settle(source);
		},
	});
	const looks = new Looks({clock, roster, doorbells, round, chores});
	const seeking = new Seeking({clock, roster, doorbells: isFollowing ? doorbells : undefined, onAdded: beginAll});
	const budget = new HandleBudget(isFollowing ? mostHandles : Infinity, mostHeld => {
		sink.fault(fewHandlesFault(mostHeld));
	});
	let turnedAtMs = -Infinity;

	return {
		start() {
			seeking.seek();
			// What is newest is told before anybody asks.
			chores.do();
			// Doorbells take a moment to hang; a file born in that moment rang none.
			seeking.hurry();
			loop.hurry();
		},
		add(added) {
			roster.addPath(added);
			seeking.seek();
		},
		readBack(generation, offsetBytes, lengthBytes) {
			const numbered = roster.generations[generation];
			if (numbered === undefined) {
				return {type: 'gone', reason: 'there is no such generation'};
			}

			const bytes = backReader.read({...numbered, offsetBytes, lengthBytes});
			budget.settle(roster.at(numbered.livePath)!);
			return bytes;
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
			looks.beat();
		}

		const progress = round.read();
		if (chores.isDue) {
			chores.do();
		}

		if (isFollowing && seeking.isDue) {
			seeking.seek();
		}

		return progress === 'more' ? 'at-once' : rest();
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
		const beginMs = clock.nowMs();
		const grown = readGrown(source, beginMs);
		const progress = readOn(source, beginMs) === 'more' ? 'more' : grown;
		if (progress === 'more') {
			board.noteNews();
			chores.want([source]);
		}

		// A long drain must never keep the next file from being pinned.
		const grabbed = grabNow(source);
		looks.note(progress, clock.nowMs() - beginMs);
		return grabbed === 'grabbed' ? 'more' : progress;
	}

	function grabNow(source: FollowedSource): ReturnType<typeof grab> {
		const grabbed = isFollowing ? grab(source, clock.nowMs()) : 'same';
		budget.settle(source);
		return grabbed;
	}

	/** Everything there is has been read. */
	function rest(): Pace {
		if (roster.sources.some(({isUnpacking}) => isUnpacking)) {
			return isFollowing ? {afterMs: calmPauseMs} : 'never';
		}

		if (!isFollowing) {
			finishAll();
			return 'never';
		}

		board.caughtUp(roster.sources);
		return {afterMs: Math.min(looks.restMs, chores.restMs ?? Infinity)};
	}

	function finishAll(): void {
		for (const source of roster.sources) {
			finish(source, clock.nowMs());
		}

		board.ended(roster.sources, clock.nowMs());
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
		for (const source of rung) {
			source.isLink = disk.isLink(source.description.path);
		}

		chores.want(rung);
		loop.hurryWithin(pauseAfterRing({nowMs: clock.nowMs(), rotatedAtMs: roster.rotatedAtMs}, turnedAtMs));
	}

	function beginAll(added: readonly FollowedSource[]): void {
		for (const source of added) {
			begin(source, clock.nowMs());
			budget.settle(source);
			board.tell(source, undefined, clock.nowMs());
			board.noteNews();
		}

		round.wake(added);
		chores.want(added);
		if (added.length > 0) {
			loop.hurry();
		}
	}
}

const folderOf = ({description}: FollowedSource): string => path.dirname(description.path);
