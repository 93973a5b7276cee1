import type {AuditLayout} from '../appliance/audit-layouts.ts';
import type {Format} from '../format.ts';
import {formats as builtIn} from '../formats.ts';
import type {FormatFile} from './lnav-files.ts';
import {readLnavFormats} from './lnav-formats.ts';
import {parseLayouts} from './user-layouts.ts';

/** What records are read by: the house's formats and the user's own. */
export type FormatSet = {
	/** The table; the numbers of the house's rows are those of `formats.ts`, the user's come behind them. */
	readonly formats: readonly Format[];
	readonly layouts: readonly AuditLayout[];
	/** A sentence for each layout that cannot be used. */
	readonly layoutTroubles: readonly string[];
	/** A sentence for each format of the user's that cannot be used. */
	readonly refused: readonly string[];
	/** A sentence for each format of the user's that is used without a part of it. */
	readonly incomplete: readonly string[];
};

/** Formats that a row's code can number: it is one byte. */
const mostFormats = 256;

/** Reads what the user brought along, as text. */
export function readFormatSet({layoutsJson, formatsText = []}: {readonly layoutsJson?: string; readonly formatsText?: readonly FormatFile[]}): FormatSet {
	const {layouts, troubles} = layoutsJson === undefined ? {layouts: [], troubles: []} : parseLayouts(layoutsJson);
	const brought = readLnavFormats(formatsText);
	const formats: Format[] = [...builtIn];
	const refused = [...brought.refused];
	for (const format of brought.formats) {
		if (formats.length === mostFormats || formats.some(({name}) => name === format.name)) {
			refused.push(`The format '${format.name}' is refused: ${formats.length === mostFormats ? `there are more than ${mostFormats} formats` : 'there is another of that name'}.`);
		} else {
			formats.push(format);
		}
	}

	return {formats, layouts, layoutTroubles: troubles, refused, incomplete: brought.leftOut};
}
