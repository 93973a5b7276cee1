import test from 'ava';
import {lossFrom, proven, type Continuity, type Evidence} from '../../../source/follow/reading/ledger.ts';
import {usualOf} from '../../../source/follow/discovery/usual.ts';

const megabyte = 1024 * 1024;
const startMs = Date.UTC(2026, 10, 22, 17, 6, 24, 154);
const nothingKnown: Evidence = {lastWriteMs: undefined, usual: undefined};
const stormy: Evidence = {lastWriteMs: undefined, usual: {fileBytes: 10 * megabyte, lifeMs: 175}};
const quiet: Evidence = {lastWriteMs: undefined, usual: {fileBytes: 10 * megabyte, lifeMs: 3_600_000}};
const rotated = (changes: Partial<Extract<Continuity, {type: 'unproven'}>> = {}): Continuity =>
	({type: 'unproven', what: 'rotated and the old file deleted', seenMs: startMs, nextMs: startMs + 349, passedFiles: 0, ...changes});
const truncated = (afterBytes: number, isInsideLine: boolean): Continuity => ({type: 'truncated', afterBytes, isInsideLine, seenMs: startMs});

for (const [name, continuity, evidence, reason] of [
	[
		'two files of the usual life fit between the last look and the next file',
		rotated(),
		stormy,
		'about 2 rotations were missed between 17:06:24.154 and 17:06:24.503 UTC; about 20 MB (2 files of ~10 MB) could not be read',
	],
	[
		'no file fits: nobody can tell, and nothing is claimed',
		rotated(),
		quiet,
		'rotated and the old file deleted between 17:06:24.154 and 17:06:24.503 UTC: lines may be missing here',
	],
	[
		'the first rotation ever, with nothing to compare',
		rotated({seenMs: undefined}),
		nothingKnown,
		'rotated and the old file deleted about 17:06:24.503 UTC: lines may be missing here',
	],
	[
		'numbers of link targets count exactly',
		rotated({passedFiles: 1}),
		quiet,
		'1 rotation was missed between 17:06:24.154 and 17:06:24.503 UTC; about 10 MB (1 file of ~10 MB) could not be read',
	],
	[
		'numbers of link targets, sizes unknown',
		rotated({passedFiles: 3}),
		nothingKnown,
		'3 rotations were missed between 17:06:24.154 and 17:06:24.503 UTC; 3 files could not be read',
	],
	[
		'a write after the last look shortens the time in which a file can have lived',
		rotated(),
		{...stormy, lastWriteMs: startMs + 300},
		'rotated and the old file deleted between 17:06:24.454 and 17:06:24.503 UTC: lines may be missing here',
	],
	[
		'a night between two files',
		rotated({nextMs: startMs + 86_400_000}),
		nothingKnown,
		'rotated and the old file deleted between 2026-11-22 17:06:24.154 and 2026-11-23 17:06:24.154 UTC: lines may be missing here',
	],
	[
		'truncated inside a line',
		truncated(6 * megabyte, true),
		stormy,
		'truncated after 6 MB had been read; no copy holds the end of a line and what followed (about 4 MB, judging by the files before)',
	],
	[
		'truncated at its usual end',
		truncated(10 * megabyte, false),
		stormy,
		'truncated after 10 MB had been read; no copy holds what followed, if anything',
	],
] as const) {
	test(`ledger: ${name}`, t => {
		t.is(lossFrom(continuity, evidence)?.reason, reason);
	});
}

test('ledger: a proven step tells nothing', t => {
	t.is(lossFrom(proven, stormy), undefined);
});

test('the usual file is known after the second rotation', t => {
	t.is(usualOf([{bytes: 10, lastWriteMs: 0}]), undefined);
	t.deepEqual(usualOf([{bytes: 10, lastWriteMs: 0}, {bytes: 20, lastWriteMs: 100}, {bytes: 30, lastWriteMs: 300}]), {fileBytes: 20, lifeMs: 150});
});
