import {isStartOfEvents} from '../windows/event-markup.ts';
import {isEntryHead} from '../journald/journal-entry.ts';
import {OpenQuotes} from '../tables/open-quotes.ts';
import {isDatedHead, isPostgresHead} from '../tables/postgres-csv.ts';
import type {HeldKind} from './held-records.ts';

/** Tells which lines begin what is a record only together with lines below, as far as a first byte or open quotes tell. */
export class HeldBeginnings {
	readonly #quotes = new OpenQuotes();

	/** Turns to other bytes. */
	begin(bytes: Uint8Array): void {
		this.#quotes.begin(bytes);
	}

	/** What the line begins. Quotes hold newlines only where columns were named, or are known without. */
	of(bytes: Uint8Array, start: number, end: number, isCsv: boolean): HeldKind | undefined {
		if ((isCsv || isDatedHead(bytes, start)) && this.#quotes.areIn(start, end) && (isCsv || isPostgresHead(bytes, start, end)) && this.#quotes.isOpenAt(start, end)) {
			return 'csv';
		}

		if (isStartOfEvents(bytes, start, end)) {
			return 'markup';
		}

		return isEntryHead(bytes, start, end) ? 'entry' : undefined;
	}
}
