import path from 'node:path';
import {Fingerprint} from '../disk/fingerprint.ts';
import type {FollowedSource} from '../followed-source.ts';
import {newestOf} from '../follower.ts';
import {liveNamesOf} from '../discovery/generation-names.ts';
import type {Generation} from '../generation.ts';

/** How much of an archive has been held back because another source's file began the same. The text itself is not kept: the archive can be unpacked again. */
export type Echo = {readonly known: Generation; readonly owner: FollowedSource; readonly heard: Fingerprint};

/** `none`: it was compared, and is no echo. */
export type Hearing = Echo | 'none' | undefined;

/** What to deliver of an archive's next bytes; `again`: it must be unpacked once more from its beginning. */
export type Heard = {readonly type: 'given'; readonly bytes: Uint8Array} | {readonly type: 'held-back'} | {readonly type: 'again'};

const noBytes = new Uint8Array(0);

/**
A rotator may pack what it rotated into a folder that is followed as well (`olddir` and `compress` under `--recursive`): what was delivered from the plain
file is not delivered again. An archive is such an echo only if it holds exactly the same bytes under a name of the same log: a log of that name from another host begins or continues differently.
*/
export function listen(source: FollowedSource, generation: Generation, bytes: Uint8Array): Heard {
	generation.echo ??= generation.archive === undefined || generation.offsetBytes > 0 ? 'none' : beginningOf(source, generation, bytes) ?? 'none';
	return generation.echo === 'none' ? {type: 'given', bytes} : goOn(source, generation, generation.echo, bytes);
}

/** An archive is unpacked from its beginning again, so the comparison begins again too. */
export function forgetHeard(generation: Generation): void {
	generation.echo = generation.echo === 'none' ? 'none' : undefined;
}

/** Whether an archive ended while it was still held back: then it is no echo, and must be unpacked again. */
export function hasEndedEarly(generation: Generation): boolean {
	const isHeldBack = generation.echo !== undefined && generation.echo !== 'none';
	generation.echo = isHeldBack ? 'none' : generation.echo;
	return isHeldBack;
}

function goOn(source: FollowedSource, generation: Generation, {known, owner, heard}: Echo, bytes: Uint8Array): Heard {
	const missingBytes = known.fingerprint.endBytes - heard.endBytes;
	heard.add(heard.endBytes, bytes.subarray(0, missingBytes));
	if (bytes.length < missingBytes) {
		return {type: 'held-back'};
	}

	generation.echo = 'none';
	if (!heard.isSameAs(known.fingerprint)) {
		return {type: 'again'};
	}

	source.fault('same-file', generation.path, `${generation.path} was read as a file of ${owner.description.path}; its lines are shown once, there.`);
	generation.goOnFrom(known);
	return {type: 'given', bytes: missingBytes === bytes.length ? noBytes : bytes.subarray(missingBytes)};
}

/** Only what was rotated while being followed can be an echo: what lay in two places before was put there by somebody. */
function beginningOf(source: FollowedSource, generation: Generation, bytes: Uint8Array): Echo | undefined {
	const beginning = new Fingerprint();
	beginning.add(0, bytes);
	for (const owner of source.isFollowing ? namesakesOf(source, generation) : []) {
		const newest = newestOf(owner.chain);
		const rotated = owner.remembered.filter(each => each !== newest && each.archive === undefined && !each.fingerprint.isEmpty);
		const known = rotated.findLast(({fingerprint}) => beginning.isBeginningOf(fingerprint));
		if (known !== undefined) {
			return {known, owner, heard: new Fingerprint()};
		}
	}

	return undefined;
}

function namesakesOf(source: FollowedSource, generation: Generation): readonly FollowedSource[] {
	const names = new Set([source.description.path, ...liveNamesOf(path.basename(generation.path))].map(name => path.basename(name)));
	return [...names].flatMap(name => source.namesakes(name)).filter(other => other !== source);
}
