/** Doorbells fall silent without a word (a full inotify queue, a network file system): every name is looked at this often at least. */
export const calmPauseMs = 250;

/** A rotation seldom comes alone. */
const afterRotationPauseMs = 50;
const afterRotationMs = 10_000;

/** How long to wait until the next look. */
export function pauseFor({nowMs, rotatedAtMs}: {readonly nowMs: number; readonly rotatedAtMs: number | undefined}): number {
	return rotatedAtMs !== undefined && nowMs - rotatedAtMs < afterRotationMs ? afterRotationPauseMs : calmPauseMs;
}
