import {type Fault, type FaultType, toldFault} from '../domain/fault.ts';
import type {SourceState} from '../domain/source.ts';
import type {Health} from '../engine/engine.ts';

/** Whether something is missing because of a fault, so that the run ends with status 1. Other faults are only reported. */
const losses: Readonly<Record<FaultType, boolean>> = {
	unreadable: true,
	'not-a-file': true,
	'watch-failed': false,
	'handles-short': false,
	'line-too-long': false,
	'nul-bytes-skipped': false,
	misnamed: false,
	'archive-damaged': true,
	'archive-too-large': true,
	'time-unusable': false,
	'year-unsure': false,
	'record-damaged': false,
	'layout-refused': true,
	'format-refused': true,
	'format-incomplete': false,
	'bytes-let-go': true,
	'search-stopped': true,
	'memory-short': true,
	'same-file': false,
	'left-out': false,
	'several-files': true,
	unmatched: true,
	'too-many-values': false,
};

/** States in which a followed source gives events late or not at all. */
const troubled: ReadonlySet<SourceState['type']> = new Set(['waiting', 'blind', 'polling']);

/** So many logs are named for one sentence. */
const mostNamed = 5;

/** Reports every trouble of a run once, in the order in which it came up. */
export type FaultTeller = {
	tellFaults(faults: readonly Fault[]): void;
	/** Reports faults, and followed sources that wait, are polled or cannot be read, or whose rotators may lose lines. */
	tellHealth(health: Health, run: {readonly isFollowing: boolean}): void;
	/** Reports something that was asked for and cannot be given. */
	tellLoss(sentence: string): void;
	readonly hasLoss: boolean;
};

export function faultTeller(complain: (sentence: string) => void): FaultTeller {
	const told = new Set<string>();
	const namedFor = new Map<string, Set<string>>();
	let hasLoss = false;
	const tell = (sentence: string) => {
		if (told.has(sentence)) {
			return;
		}

		told.add(sentence);
		complain(sentence);
	};

	const tellFaults = (faults: readonly Fault[]) => {
		for (const fault of faults) {
			hasLoss ||= losses[fault.type];
			tell(wordsFor(fault));
		}
	};

	/** The first logs that a sentence is true of are named; a folder of pictures must not fill the screen with one line each. */
	const wordsFor = (fault: Fault) => {
		const words = toldFault(fault);
		if (words === fault.sentence) {
			return words;
		}

		const named = namedFor.get(fault.sentence) ?? new Set();
		namedFor.set(fault.sentence, named);
		if (named.size < mostNamed) {
			named.add(words);
		}

		return named.has(words) ? words : `further logs (stats names them): ${fault.sentence}`;
	};

	const tellLoss = (sentence: string) => {
		hasLoss = true;
		tell(sentence);
	};

	return {
		tellFaults,
		tellLoss,
		tellHealth({faults, sources}, {isFollowing}) {
			tellFaults(faults.map(({fault}) => fault));
			for (const {state, source, generations, description, notices} of sources) {
				const isExplained = faults.some(({fault}) => fault.source === source);
				if (!isFollowing && generations === 0 && !isExplained) {
					tellLoss(`there is no file '${description.path}'`);
				} else if (isFollowing && troubled.has(state.type) && 'reason' in state) {
					tell(state.reason);
				}

				for (const notice of isFollowing ? notices : []) {
					tell(`${description.name}: ${notice}`);
				}
			}
		},
		get hasLoss() {
			return hasLoss;
		},
	};
}
