import type {Listeners} from './listeners.ts';

/** Settles when no answer of the terminal is due any more: it came, or has not come in the time that a slow link needs. */
export async function untilAnswered(answers: Listeners<void>, dueMs: () => number): Promise<void> {
	const patienceMs = dueMs();
	if (patienceMs === 0) {
		return;
	}

	await new Promise<void>(resolve => {
		const stopListening = answers.add(() => {
			if (dueMs() > 0) {
				return;
			}

			stopListening();
			resolve();
		});
		setTimeout(resolve, patienceMs);
	});
}
