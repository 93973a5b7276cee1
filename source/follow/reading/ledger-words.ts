export const inFiles = (files: number): string => files === 1 ? '1 file' : `${files} files`;

/** A span between two moments, in UTC. The date of the second is left out if it is the same day. */
export function inTime(fromMs: number | undefined, toMs: number | undefined): string {
	if (fromMs === undefined || toMs === undefined || fromMs >= toMs) {
		const atMs = fromMs ?? toMs;
		return atMs === undefined ? 'at an unknown time' : `about ${clockOf(atMs)} UTC`;
	}

	const isSameDay = dayOf(fromMs) === dayOf(toMs);
	const from = isSameDay ? clockOf(fromMs) : `${dayOf(fromMs)} ${clockOf(fromMs)}`;
	const to = isSameDay ? clockOf(toMs) : `${dayOf(toMs)} ${clockOf(toMs)}`;
	return `between ${from} and ${to} UTC`;
}

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
const clockOf = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);
