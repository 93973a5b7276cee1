import {exitCodes} from '../config/exit-codes.ts';
import type {PlaceFound} from '../config/known-places.ts';
import type {Given} from '../config/options.ts';
import {complaints} from '../config/reading.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {Engine} from '../engine/engine.ts';
import type {Query} from '../query/query.ts';
import {faultTeller, type FaultTeller} from './fault-teller.ts';
import {readRequest, withSourcePaths} from './request.ts';
import {checkPatterns} from './source-options.ts';
import type {Setting} from './setting.ts';

export type Opening = {readonly paths: readonly string[]; readonly given: Given; readonly isFollowing: boolean};

/** Sources being read and the query for them, or the exit status after the reason was reported. */
export type Opened =
	| {readonly type: 'opened'; readonly sources: readonly SourceDescription[]; readonly query: Query; readonly teller: FaultTeller}
	| {readonly type: 'ended'; readonly exitCode: number};

/** The common start of all runs without a screen. */
export async function openSources(engine: Engine, {paths, given, isFollowing}: Opening, {nowMs, complain}: Setting): Promise<Opened> {
	const end = (exitCode: number, sentence: string): Opened => {
		complain(sentence);
		return {type: 'ended', exitCode};
	};

	const request = await readRequest({paths, given, isFollowing, nowMs});
	if ('trouble' in request) {
		return end(exitCodes.usage.code, request.trouble);
	}

	const {open, query, places} = request.value;
	if (open.paths.length === 0) {
		return end(exitCodes.trouble.code, nothingToRead(places));
	}

	const {sources, faults} = await engine.open(open);
	const said = complaints();
	said.take(checkPatterns(open, sources));
	const asked = said.take(withSourcePaths(query, sources));
	if (asked === undefined || said.first !== undefined) {
		return end(exitCodes.usage.code, said.first!);
	}

	const teller = faultTeller(complain);
	teller.tellFaults(faults);
	const unexplained = open.paths.filter(path => faults.every(({type, subject}) => type !== 'unmatched' || subject !== path));
	if (sources.length === 0 && unexplained.length > 0) {
		teller.tellLoss(`no log was found in ${unexplained.join(', ')}`);
	}

	return {type: 'opened', sources, query: asked, teller};
}

const nothingToRead = (places: readonly PlaceFound[]): string =>
	`none of the known places can be read (${places.map(({path, finding}) => `${path}: ${finding}`).join('; ')}); name the files or folders to read`;
