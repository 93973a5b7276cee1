import type {SourceHealth} from '../engine/engine.ts';
import type {ReceiptFacts} from '../export/receipt.ts';

/** The logs of an engine that hold notes. */
export const notesAmong = (sources: readonly SourceHealth[]): SourceHealth[] => sources.filter(({formats}) => formats.some(({format}) => format === 'notes'));

/** The files of notes for a receipt: whoever is handed the export wants to know whether the notes beside it are those of then. */
export async function receiptNotes(sources: readonly SourceHealth[]): Promise<NonNullable<ReceiptFacts['notes']>> {
	const {digestOfFile} = await import('../export/digesting.ts');
	return Promise.all(notesAmong(sources).flatMap(({files}) => files).map(async ({path}) => ({path, ...await digestOfFile(path)})));
}
