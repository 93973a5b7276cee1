import path from 'node:path';
import test from 'ava';
import type {OpenedFile} from '../../../source/follow/doorman/arrival.ts';
import {Generation} from '../../../source/follow/generation.ts';
import {openCopies} from '../../../source/follow/copies/open-copies.ts';
import {closeGenerations, openFile} from '../../../source/follow/handles/open-generation.ts';
import {MeddledDisk} from '../stage/meddled-disk.ts';
import {live} from '../stage/scripted-log.ts';

const copyPath = `${live}.1`;

/** Looks for copies while the only one, which is held open, is replaced by a copy of other content, before one of the calls that this takes. */
function lookWhileCopied(callsBefore: number): {readonly isFound: boolean; readonly isLater: boolean; readonly hasHappened: boolean} {
	const disk = new MeddledDisk();
	disk.create(path.dirname(live), 'folder');
	disk.create(live);
	disk.hold(live)('one\n');
	disk.copy(live, copyPath);
	const before = new Generation(openFile(disk, copyPath) as OpenedFile);
	let calls = 0;
	disk.meddle = () => {
		if (calls++ !== callsBefore) {
			return;
		}

		disk.remove(copyPath);
		disk.copy(live, copyPath);
	};

	const {copies, horizonMs} = openCopies({disk, livePath: live, nowMs: 0, held: [{generation: before, live: before.facts, testimony: undefined, judgedAtMs: 0}]});
	const facts = disk.unmeddled.factsOf(copyPath);
	const {inode, bornNs} = facts as Exclude<typeof facts, {refused: string}>;
	const isFound = copies.some(({generation}) => generation.facts.inode === inode && generation.facts.bornNs === bornNs);
	closeGenerations(disk, copies.map(({generation}) => generation));
	return {isFound, isLater: Number(bornNs) / 1e6 > horizonMs!, hasHappened: calls > callsBefore};
}

test('a copy made at any moment of a look is found by it, or is known to have come later', t => {
	let callsBefore = 0;
	for (; lookWhileCopied(callsBefore).hasHappened; callsBefore++) {
		const {isFound, isLater} = lookWhileCopied(callsBefore);
		t.not(isFound, isLater, `before call ${callsBefore}`);
	}

	t.true(callsBefore > 5);
});
