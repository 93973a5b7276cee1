import {Buffer} from 'node:buffer';
import type {EventDetails} from '../engine/engine.ts';
import {exportedEvent} from './exported-event.ts';

/**
JSON Lines, the form for evidence: bytes that are not UTF-8 become `\udc80`…`\udcff` (PEP 383), so that a reader can restore them exactly.
*/
export function jsonLines(batch: readonly EventDetails[]): Uint8Array {
	const text = batch.map(details => `${JSON.stringify(exportedEvent(details))}\n`).join('');
	const bytes = Buffer.from(text);
	// Hot: as many bytes as characters and no DEL mean plain ASCII, in which nothing is invisible.
	return bytes.length === text.length && !bytes.includes(byteOfDel) ? bytes : Buffer.from(withoutUnseen(text));
}

const byteOfDel = 0x7F;

/** JSON that is safe to print: invisible and control characters are written as escapes, which every reader turns back. */
export const json = (value: unknown, indent?: string): string => withoutUnseen(JSON.stringify(value, undefined, indent));

/** Most text is plain, so a quick test comes before the slow replacement. */
const withoutUnseen = (text: string): string => oddUnit.test(text) ? text.replaceAll(unseen, codePoint => escapes(codePoint)) : text;

const oddUnit = /[^\t\n\u{20}-\u{7E}]/v;

/** JSON.stringify escapes C0 controls and lone surrogates, but not DEL, C1 controls, bidi controls and invisible code points. */
const unseen = /[\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Unassigned}\u{7F}-\u{9F}]/gu;

function escapes(codePoint: string): string {
	let escaped = '';
	for (let unit = 0; unit < codePoint.length; unit++) {
		escaped += String.raw`\u` + codePoint.charCodeAt(unit).toString(16).padStart(4, '0');
	}

	return escaped;
}
