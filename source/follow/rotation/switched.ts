import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import {archiveOf} from '../discovery/generation-names.ts';
import {folderOf, type Sibling} from '../discovery/generations.ts';
import {isSameFile} from './rotation.ts';

type Switched = {
	/** The file that the link led to before. */
	readonly newest: Generation;
	/** The one it leads to now. */
	readonly fresh: Generation;
};

/**
The files that a link was switched through, oldest first, beginning with the one it led to before. None if that one is no longer beside the new one.
The targets of a switched link have names that differ only in numbers and dates, and the oldest is removed first: if the old target is still there, so is everything that came after it.
Birth times tell which files those are, since writers number their files as they like. A target that is rewritten in place keeps its birth time: then nothing is certain.
The link may be a hard link (`rotatelogs -L`): then each file has a second name beside the live one.
*/
export function targetsBetween(source: FollowedSource, {newest, fresh}: Switched): readonly Sibling[] {
	const {disk, remembered} = source;
	const [before, now] = placesOf(source, {newest, fresh});
	if (before === undefined || now === undefined || path.dirname(before) !== path.dirname(now) || !areAlike(before, now)) {
		return [];
	}

	const targets = targetsLike(disk, [before, now]);
	const last = targets.find(({facts}) => isSameFile(facts, newest.facts));
	const isKnown = (facts: FileFacts): boolean => remembered.some(known => known !== fresh && isSameFile(known.facts, facts));
	if (last === undefined || fresh.facts.bornNs <= last.facts.bornNs || isKnown(fresh.facts)) {
		return [];
	}

	const others = targets.filter(target => target !== last && !isSameFile(target.facts, fresh.facts));
	const between = others.filter(({facts}) => facts.bornNs >= last.facts.bornNs && facts.bornNs <= fresh.facts.bornNs);
	const isCertain = others.every(target => between.includes(target) ? !isKnown(target.facts) : target.facts.modifiedMs < last.facts.modifiedMs);
	return isCertain ? [last, ...between.toSorted((a, b) => Number(a.facts.bornNs - b.facts.bornNs))] : [];
}

function placesOf({disk, description: {path: livePath}}: FollowedSource, {newest, fresh}: Switched): ReadonlyArray<string | undefined> {
	if (disk.isLink(livePath)) {
		return [placeOf(disk, newest), placeOf(disk, fresh)];
	}

	return fresh.facts.links > 1 ? [otherNameOf(disk, livePath, newest), otherNameOf(disk, livePath, fresh)] : [];
}

/** The two names of a hard link need have nothing in common, so the file itself is looked for. */
function otherNameOf(disk: Disk, livePath: string, {facts}: Generation): string | undefined {
	const folder = folderOf({path: livePath});
	const names = disk.namesIn(folder);
	return (isRefusal(names) ? [] : names).map(name => path.join(folder, name)).find(place => {
		const lying = disk.factsOf(place);
		return place !== livePath && !isRefusal(lying) && isSameFile(lying, facts);
	});
}

function placeOf(disk: Disk, {handle}: Generation): string | undefined {
	const place = handle === undefined ? undefined : disk.pathOf(handle);
	return place === undefined || isRefusal(place) ? undefined : place;
}

/** Names that differ only in numbers, or in a number at the end of one: `app-2026-01-01.log` and `app-2026-01-01.log.1`. */
function areAlike(one: string, other: string): boolean {
	const [a, b] = [shapeOf(one), shapeOf(other)];
	return a === b || isNumberAfter(a, b) || isNumberAfter(b, a);
}

const isNumberAfter = (shape: string, longer: string): boolean => longer === `${shape}.#` || longer === `${shape}-#`;

const shapeOf = (file: string): string => path.basename(file).replaceAll(/\d+/g, '#');

function targetsLike(disk: Disk, places: readonly [string, string]): readonly Sibling[] {
	const folder = folderOf({path: places[0]});
	const shapes = new Set(places.map(place => shapeOf(place)));
	const names = disk.namesIn(folder);
	return (isRefusal(names) ? [] : names)
		.filter(name => shapes.has(shapeOf(name)) && archiveOf(name) === undefined)
		.map(name => path.join(folder, name))
		.flatMap((target): readonly Sibling[] => {
			const facts = disk.factsOf(target);
			return isRefusal(facts) || facts.kind !== 'file' ? [] : [{path: target, archive: undefined, age: {type: 'unnumbered'}, facts}];
		});
}
