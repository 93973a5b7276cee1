import path from 'node:path';
import {readGenerationOf} from '../discovery/generation-names.ts';
import {chainOrder, folderOf, type Sibling} from '../discovery/generations.ts';
import {isRefusal, type Disk} from '../disk/disk.ts';

/**
Whether the newest file beside a log is what became of a copy, packed by whatever program. Packers give an archive the date of the file it was made from, to the last
digit: that of the copy (gzip(1), xz(1) and their like), or that of the log when it was copied (logrotate). A copy made since would lie in its place, or would be newer.
*/
export function isPackedAway(disk: Disk, livePath: string, datesMs: readonly number[]): boolean {
	const newest = chainOrder(filesBeside(disk, livePath)).at(-1);
	return newest !== undefined && isPacked(livePath, newest) && isTelling(newest) && datesMs.includes(newest.facts.modifiedMs);
}

const isPacked = (livePath: string, {path: found, archive}: Sibling): boolean => archive !== undefined || ageOf(livePath, path.basename(found)) === undefined;

/** If times have no fractions of a second, many files share one. */
const isTelling = ({facts}: Sibling): boolean => facts.modifiedMs % 1000 !== 0;

/** Previous files, including those with endings that are not known. */
function filesBeside(disk: Disk, livePath: string): readonly Sibling[] {
	const folder = folderOf({path: livePath});
	const names = disk.namesIn(folder);
	return (isRefusal(names) ? [] : names).flatMap((name): readonly Sibling[] => {
		const read = ageOf(livePath, name) ?? ageOf(livePath, path.parse(name).name);
		const facts = read === undefined ? undefined : disk.factsOf(path.join(folder, name));
		return read === undefined || facts === undefined || isRefusal(facts) || facts.kind !== 'file' ? [] : [{...read, path: path.join(folder, name), facts}];
	});
}

const ageOf = (livePath: string, name: string) => readGenerationOf(path.basename(livePath), name);
