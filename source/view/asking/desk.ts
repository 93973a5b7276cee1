/** The state of one kind of request: the last one sent, whether it was answered, and whether the answer is fresh. */
export type Desk = {
	askedText: string | undefined;
	askedRevision: number | undefined;
	/** The request under way, as text. */
	waitingFor: string | undefined;
	isResting: boolean;
	/** Failures in a row. */
	failures: number;
	/** The last answer was partial, or there was none. */
	isUnfinished: boolean;
	/** Ends the rest before its time. */
	callOff: (() => void) | undefined;
};

/** A desk at which nothing was asked yet. */
export const newDesk = (): Desk => ({askedText: undefined, askedRevision: undefined, waitingFor: undefined, failures: 0, isResting: false, isUnfinished: false, callOff: undefined});

type Wanted = {
	/** The request as text. */
	readonly text: string;
	/** What the engine knows by now. */
	readonly revision: number | undefined;
	/** A newer request replaces the one under way. */
	readonly replaces: boolean;
};

/** Whether a request is to be sent now: it is another than the last one, or its answer is no longer fresh. */
export function isDue(desk: Desk, {text, revision, replaces}: Wanted): boolean {
	// The same search is not restarted: with lines arriving all the time a long one would never end.
	const canReplace = replaces && desk.waitingFor !== text;
	if (!canReplace && desk.waitingFor !== undefined) {
		return false;
	}

	const isOutdated = !desk.isResting && (desk.isUnfinished || revision !== desk.askedRevision);
	return isOutdated || text !== desk.askedText;
}
