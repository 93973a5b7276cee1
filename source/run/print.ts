import {exitCodes} from '../config/exit-codes.ts';
import {isGiven, lastGiven} from '../config/options.ts';
import {readWord} from '../config/query-options.ts';
import type {SourceDescription} from '../domain/source.ts';
import {isoTime} from '../domain/time.ts';
import type {Engine, Health} from '../engine/engine.ts';
import {eventWriters, safeForTerminal, type EventWriter, type OutputForm} from '../export/event-writers.ts';
import {everything, type Query} from '../query/query.ts';
import {grouped} from '../view/drawing/numbers.ts';
import type {FaultTeller} from './fault-teller.ts';
import {openSources} from './open-sources.ts';
import {tellReading} from './reading-progress.ts';
import type {RunWish} from './run-wish.ts';
import type {Setting} from './setting.ts';

/** Events per batch: few enough to die before V8 collects its young generation; with 1000 a print took half as long again. */
const batchEvents = 250;

/** Writes events to standard output, in timeline order or with --follow as they arrive. Returns the exit status. */
export async function print(engine: Engine, {paths, given, signal}: RunWish, setting: Setting): Promise<number> {
	const form = readWord('output', lastGiven(given, 'output')!);
	if ('trouble' in form) {
		setting.complain(form.trouble);
		return exitCodes.usage.code;
	}

	const isFollowing = isGiven(given, 'follow');
	const opened = await openSources(engine, {paths, given, isFollowing}, setting);
	if (opened.type === 'ended') {
		return opened.exitCode;
	}

	const {sources, query, teller} = opened;
	const {head, wants, write} = writerFor(form.value as OutputForm, sources, setting.isTerminal);
	const stopTelling = isFollowing ? tellAsItGoes(engine, teller) : undefined;
	const readingIsOver = isFollowing ? undefined : tellReading(engine, setting.tellInPassing);
	let isEmpty = true;
	await setting.output.write(head);
	await engine.tail({query, order: isFollowing ? 'arrival' : 'time', batch: batchEvents, wants, signal}, async batch => {
		isEmpty &&= batch.length === 0;
		readingIsOver?.();
		return setting.output.write(write(batch));
	});
	readingIsOver?.();
	stopTelling?.();
	const health = await engine.health();
	teller.tellHealth(health, {isFollowing});
	if (isEmpty && !isFollowing && signal?.aborted !== true) {
		await tellWhyEmpty(engine, {health, query}, setting);
	}

	return teller.hasLoss ? exitCodes.trouble.code : exitCodes.ok.code;
}

/** For a person at a terminal, who otherwise sees nothing happen; a script finds that out by itself. */
async function tellWhyEmpty(engine: Engine, {health, query}: {readonly health: Health; readonly query: Query}, {tellInPassing, complain}: Setting): Promise<void> {
	if (tellInPassing === undefined) {
		return;
	}

	const events = health.sources.reduce((sum, source) => sum + source.events, 0);
	if (events === 0) {
		complain('the logs hold no events');
		return;
	}

	const ofOtherTime = await whyNoneShown(engine, query);
	complain(ofOtherTime ?? `no event passes these filters: ${grouped(events)} read, none shown`);
}

/** That the logs end before the time that was asked for, or begin behind it, where that is why. */
async function whyNoneShown(engine: Engine, {sinceMicros, untilMicros}: Query): Promise<string | undefined> {
	const range = {...(sinceMicros !== undefined && {sinceMicros}), ...(untilMicros !== undefined && {untilMicros})};
	const {matchedEvents, firstMicros, lastMicros} = await engine.page({query: {...everything, ...range}, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0});
	const hasTimes = firstMicros !== undefined && lastMicros !== undefined;
	return !hasTimes || matchedEvents > 0 ? undefined : `no event lies in the time asked for: the logs go from ${wholeTime(firstMicros)} to ${wholeTime(lastMicros)}`;
}

const wholeTime = (micros: number): string => isoTime({micros, nanos: 0, digits: 0});

function writerFor(form: OutputForm, sources: readonly SourceDescription[], isTerminal: boolean): EventWriter {
	const writer = eventWriters[form](source => sources[source]!.name);
	const isSafe = form === 'text' || form === 'jsonl';
	return isTerminal && !isSafe ? safeForTerminal(writer) : writer;
}

/** How often a followed print looks for trouble to report. */
const tellEveryMs = 500;

function tellAsItGoes(engine: Engine, teller: FaultTeller): () => void {
	const tell = async () => {
		teller.tellHealth(await engine.health(), {isFollowing: true});
	};

	const timer = setInterval(() => {
		void tell();
	}, tellEveryMs);
	return () => {
		clearInterval(timer);
	};
}
