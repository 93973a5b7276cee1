import {inBytes} from '../../domain/size.ts';
import type {SourceHealth} from '../../engine/engine.ts';
import {counted} from '../drawing/numbers.ts';

/** What a source is doing, without its name. */
export function stateWords({state, description: {name}}: SourceHealth): string {
	switch (state.type) {
		case 'live': {
			return 'live';
		}

		case 'reading': {
			return `reading, ${inBytes(state.behindBytes)} to go`;
		}

		case 'draining': {
			return `rotated, reading the rest of the older file: ${inBytes(state.behindBytes)} to go`;
		}

		case 'waiting': {
			return 'not there yet; read as soon as it appears';
		}

		case 'ended': {
			return 'read to its end';
		}

		case 'polling': {
			return `polled: ${without(state.reason, `polling ${name}: `)}`;
		}

		case 'blind': {
			return without(state.reason, `${name} `);
		}
	}
}

/** The same with the source's name. */
export const sourceSentence = (source: SourceHealth): string => `${source.description.name}: ${stateWords(source)}`;

/** A rotation in passing is no news; what takes longer to be read is a reason why lines come late. */
const farBehindBytes = 1024 * 1024;

const isFarBehind = ({state}: SourceHealth): boolean => state.type === 'draining' && state.behindBytes >= farBehindBytes;

/** What a source has to say of itself on one line: why lines may come late, what is missing, and its standing notices. Undefined: nothing. */
export function standingSentence(source: SourceHealth): string | undefined {
	const {holes, notices, description: {name}} = source;
	const words = [
		...(isTroubled(source) || isFarBehind(source) ? [stateWords(source)] : []),
		...(holes === 0 ? [] : [counted(holes, 'hole')]),
		...notices,
	];
	return words.length === 0 ? undefined : `${name}: ${words.join('; ')}`;
}

/** States in which lines may come late or not at all. */
const troubledStates: ReadonlySet<string> = new Set(['waiting', 'polling', 'blind']);

export const isTroubled = ({state}: SourceHealth): boolean => troubledStates.has(state.type);

/** Nothing can come from it at present. */
export const isSilent = ({state}: SourceHealth): boolean => state.type === 'waiting' || state.type === 'blind';

/** Reasons are whole sentences; this removes the source's name where it is shown already. */
function without(reason: string, beginning: string): string {
	return reason.startsWith(beginning) ? reason.slice(beginning.length) : reason;
}
