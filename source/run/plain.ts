import process from 'node:process';
import {createInterface} from 'node:readline';
import {exitCodes} from '../config/exit-codes.ts';
import type {Given} from '../config/options.ts';
import type {Reading} from '../config/reading.ts';
import {foreignText} from '../domain/foreign.ts';
import type {Engine} from '../engine/engine.ts';
import {textLine} from '../export/text-lines.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import type {Query} from '../query/query.ts';
import {escape} from '../text/escape.ts';
import {untilCaughtUp} from './caught-up.ts';
import type {FaultTeller} from './fault-teller.ts';
import {openSources} from './open-sources.ts';
import type {RunWish} from './run-wish.ts';
import {plainHelp, readPlainLine} from './plain-commands.ts';
import {PlainTimeline} from './plain-timeline.ts';
import {readRequest, withSourcePaths} from './request.ts';
import type {Setting} from './setting.ts';

/**
The timeline for a screen reader or a terminal that shows only lines: events one per line as they come, and commands typed as lines.
The cursor never moves back, and the terminal's own line editing is kept. New events would break up a line being typed, so Enter alone holds them back.
*/
export async function plain(engine: Engine, {paths, given, signal}: RunWish, setting: Setting): Promise<number> {
	const opened = await openSources(engine, {paths, given, isFollowing: true}, setting);
	if (opened.type === 'ended') {
		return opened.exitCode;
	}

	const {sources, query, teller} = opened;
	const timeline = new PlainTimeline(engine, async events => setting.output.write(events.map(event => textLine(event, source => sources[source]!.name)).join('')));
	const stopTelling = engine.onChange(() => {
		void tellHealth(engine, teller);
	});
	const queryOf = async (wanted: Given): Promise<Reading<Query>> => {
		const request = await readRequest({paths, given: wanted, isFollowing: true, nowMs: Date.now()});
		return 'trouble' in request ? request : withSourcePaths(request.value.query, sources);
	};

	await setting.output.write(greeting);
	await untilCaughtUp(engine);
	await setting.output.write(`${await timeline.show(query)}\n`);
	await obey({timeline, given, undoable: [], queryOf, tell: async text => setting.output.write(text)}, signal);
	timeline.stop();
	stopTelling();
	return teller.hasLoss ? exitCodes.trouble.code : exitCodes.ok.code;
}

const greeting = 'One event per line. Enter pauses them while you type a command, Enter again resumes. help lists the commands, quit ends.\n';

async function tellHealth(engine: Engine, teller: FaultTeller): Promise<void> {
	teller.tellHealth(await engine.health(), {isFollowing: true});
}

type Desk = {
	readonly timeline: PlainTimeline;
	/** The present filters, as options. */
	readonly given: Given;
	/** The filters before those, the newest last. */
	readonly undoable: readonly Given[];
	readonly queryOf: (given: Given) => Promise<Reading<Query>>;
	readonly tell: (text: string) => Promise<void>;
};

/** Obeys typed lines until `quit` or the end of input. */
async function obey(start: Desk, signal: AbortSignal | undefined): Promise<void> {
	const lines = createInterface({input: process.stdin, terminal: false, ...(signal && {signal})});
	let desk: Desk | undefined = start;
	for await (const line of lines) {
		desk = await obeyLine(line, desk);
		if (desk === undefined) {
			break;
		}

		await desk.tell(desk.timeline.isHeld ? prompt : '');
	}

	lines.close();
}

const prompt = '> ';

/** The state after a line; undefined after `quit`. */
async function obeyLine(line: string, desk: Desk): Promise<Desk | undefined> {
	const {timeline, tell} = desk;
	const command = readPlainLine(line, desk.given);
	switch (command.type) {
		case 'quit': {
			return undefined;
		}

		case 'turn': {
			if (timeline.isHeld) {
				timeline.goOn();
			} else {
				timeline.hold();
			}

			return desk;
		}

		case 'filter': {
			return filtered(command.given, desk);
		}

		case 'page': {
			await tell(`${await timeline.say(command.page)}\n`);
			return desk;
		}

		case 'undo': {
			return undone(desk);
		}

		case 'filters': {
			await tell(`${printQueryLine(timeline.query) || 'no filters: everything is shown'}\n`);
			return desk;
		}

		case 'help': {
			await tell(plainHelp());
			return desk;
		}

		case 'refuse': {
			await tell(refusal(command.sentence));
			return desk;
		}
	}
}

async function filtered(given: Given, desk: Desk): Promise<Desk> {
	const query = await desk.queryOf(given);
	if ('trouble' in query) {
		await desk.tell(refusal(query.trouble));
		return desk;
	}

	await desk.tell(`${await desk.timeline.show(query.value)}\n`);
	return {...desk, given, undoable: [...desk.undoable, desk.given]};
}

async function undone(desk: Desk): Promise<Desk> {
	const before = desk.undoable.at(-1);
	if (before === undefined) {
		await desk.tell('there is no change of the filters to go back from\n');
		return desk;
	}

	return {...await filtered(before, desk), undoable: desk.undoable.slice(0, -1)};
}

/** Escaped, because the sentence repeats what was typed, which may have been pasted from a log. */
const refusal = (sentence: string): string => `${escape(foreignText(sentence))}\n`;
