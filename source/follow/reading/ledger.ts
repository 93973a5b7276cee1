import {inBytes} from '../../domain/size.ts';
import type {GenerationId, SourceId} from '../../domain/source.ts';
import type {Hole} from '../../domain/hole.ts';
import type {Usual} from '../discovery/usual.ts';
import {inFiles, inTime} from './ledger-words.ts';

/**
What is known of the step from one generation to the next.
`proven`: the older file was still linked when the newer one was grabbed, so the folder itself shows what lies between.
`unproven`: it was gone; what survives may or may not follow it directly. Nearness in time is no proof, and neither is a count of inotify events:
Node does not report an overflowing queue, a starved follower sees a rotation before it hears of it, and depending on its kind a rotation causes one event or two.
`truncated`: the file was emptied, and no copy holds the rest of what was being read.
`hole`: bytes are known to be missing.
*/
export type Continuity =
	| Unproven
	| Truncated
	| {readonly type: 'proven'}
	| {readonly type: 'hole'; readonly fromMs: number | undefined; readonly toMs: number | undefined; readonly reason: string};

export type Unproven = {
	readonly type: 'unproven';
	/** What happened, said of the log. */
	readonly what: 'rotated and the old file deleted' | 'truncated before its first bytes could be read';
	/** When the older file was last seen in its place, and when the newer one began. */
	readonly seenMs: number | undefined;
	readonly nextMs: number | undefined;
	/** Files that the numbers in the names show to be missing. */
	readonly passedFiles: number;
};

type Truncated = {
	readonly type: 'truncated';
	readonly afterBytes: number;
	readonly isInsideLine: boolean;
	readonly seenMs: number | undefined;
};

/** What helps to say how much is missing. */
export type Evidence = {
	readonly lastWriteMs: number | undefined;
	readonly usual: Usual | undefined;
};

export type Loss = Omit<Hole, 'source' | 'afterGeneration'>;

export const proven: Continuity = {type: 'proven'};

/** What the timeline says of a step that is not proven. */
export function lossFrom(continuity: Continuity, evidence: Evidence): Loss | undefined {
	switch (continuity.type) {
		case 'proven': {
			return undefined;
		}

		case 'unproven': {
			return lossOfRotation(continuity, evidence);
		}

		case 'truncated': {
			return lossOfTruncation(continuity, evidence);
		}

		case 'hole': {
			const {fromMs, toMs, reason} = continuity;
			return {fromMs, toMs, reason};
		}
	}
}

/** The timeline's event for a loss. */
export function holeFor(loss: Loss, source: SourceId, afterGeneration: GenerationId | undefined): Hole {
	return {...loss, source, afterGeneration};
}

function lossOfRotation({what, seenMs, nextMs, passedFiles}: Unproven, {lastWriteMs, usual}: Evidence): Loss {
	const fromMs = latest(seenMs, lastWriteMs);
	const when = inTime(fromMs, nextMs);
	const span = {fromMs, toMs: nextMs};
	const files = passedFiles > 0 ? passedFiles : filesThatFit(fromMs, nextMs, usual);
	if (files === 0) {
		return {...span, reason: `${what} ${when}: lines may be missing here`};
	}

	const size = usual === undefined ? inFiles(files) : `about ${inBytes(files * usual.fileBytes)} (${inFiles(files)} of ~${inBytes(usual.fileBytes)})`;
	const count = passedFiles > 0 ? String(files) : `about ${files}`;
	return {...span, reason: `${count} ${files === 1 ? 'rotation was' : 'rotations were'} missed ${when}; ${size} could not be read`};
}

function lossOfTruncation({afterBytes, isInsideLine, seenMs}: Truncated, {usual}: Evidence): Loss {
	const restBytes = Math.max(0, (usual?.fileBytes ?? 0) - afterBytes);
	const rest = isInsideLine ? 'the end of a line and what followed' : 'what followed, if anything';
	const size = restBytes === 0 ? '' : ` (about ${inBytes(restBytes)}, judging by the files before)`;
	const reason = `truncated after ${inBytes(afterBytes)} had been read; no copy holds ${rest}${size}`;
	return {fromMs: seenMs, toMs: undefined, reason};
}

/** How many files that live as long as usual fit between two moments. At the first of them the older file was still in place, so no other can have begun before. */
function filesThatFit(fromMs: number | undefined, toMs: number | undefined, usual: Usual | undefined): number {
	return fromMs === undefined || toMs === undefined || usual === undefined ? 0 : Math.max(0, Math.round((toMs - fromMs) / usual.lifeMs));
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}
