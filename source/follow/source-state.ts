import type {SourceState} from '../domain/source.ts';
import {absenceWorthSayingMs, reasonFor, type Presence} from './rotation/presence.ts';

/** What is known of a source when its state is to be told. */
export type Standing = {
	readonly name: string;
	readonly presence: Presence | undefined;
	/** Its name is a symbolic link. */
	readonly isLink: boolean;
	readonly isFollowing: boolean;
	readonly isOver: boolean;
	/** False until it has been read to its present end once. */
	readonly hasCaughtUp: boolean;
	readonly behindBytes: number;
	readonly totalBytes: number;
	/** Rotated files that still wait to be read. */
	readonly successors: number;
	/** Why the doorbell is silent, where it is. */
	readonly silence: string | undefined;
	readonly nowMs: number;
};

/** Read in a second; a file that grew by more at once, by a hole for example, is not live until that is read. */
const farBehindBytes = 64 * 1024 * 1024;

/** The one state shown for a source: what hinders most comes first. */
export function stateOf(standing: Standing): SourceState {
	const {presence, isLink, silence, nowMs, name, behindBytes, totalBytes} = standing;
	if (standing.isOver) {
		return {type: 'ended', reason: `${name} was read to its end`};
	}

	if (presence?.type === 'blind') {
		return {type: 'blind', reason: `${name} cannot be read: ${presence.why}`};
	}

	const isFarBehind = standing.successors === 0 && behindBytes > farBehindBytes;
	if (isFarBehind || (!standing.hasCaughtUp && behindBytes > 0)) {
		return {type: 'reading', behindBytes, totalBytes};
	}

	if (standing.successors > 0) {
		return {type: 'draining', behindBytes};
	}

	if (presence?.type === 'absent' && (presence.isFromStart || nowMs - presence.sinceMs >= absenceWorthSayingMs)) {
		return {type: 'waiting', reason: isLink ? `waiting for ${name}, a link to a missing file` : `waiting for ${name}`};
	}

	return silence === undefined || !standing.isFollowing ? {type: 'live'} : {type: 'polling', reason: `polling ${name}: ${reasonFor(silence)}`};
}
