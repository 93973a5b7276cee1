import {afterSpaces, ascii, bytesOf, firstWord, isDigit, isWordAt, wordEnd} from '../bytes/byte-text.ts';

/** `05/13/2026:14:21:07`, Citrix ADC's time: a colon before the time of day. */
export const isCitrixTime = (bytes: Uint8Array, at: number): boolean =>
	bytes[at + 10] === ascii.colon && bytes[at + 2] === ascii.slash && bytes[at + 5] === ascii.slash && bytes[at + 13] === ascii.colon && isDigit(bytes[at]);

export const citrixTimeBytes = 19;

/** It may stand behind the time. */
export const citrixZone = bytesOf(' GMT');

const mark = bytesOf(' : ');
const silent = bytesOf('default ');
const longestHostBytes = 128;

/**
What Citrix ADC writes behind its time: `ns-edge-01 0-PPE-0 : default SSLVPN LOGIN 1230001 0 :  text`. The host, the packet engine, and behind the colon the
partition, the feature that speaks and the event. Reused.
*/
export class CitrixHeader {
	hostStart = 0;
	hostEnd = 0;
	/** The feature: `SSLVPN`, `AAA`, `CLI`. */
	featureStart = 0;
	featureEnd = 0;
	/** The event, with which the message begins. */
	eventStart = 0;
	eventEnd = 0;

	/** Whether such a header goes on there, behind the time. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		this.hostStart = afterSpaces(bytes, start, end);
		this.hostEnd = wordEnd(bytes, this.hostStart, end);
		const colon = firstWord(bytes, mark, this.hostEnd, Math.min(end, this.hostEnd + longestHostBytes));
		if (colon < 0 || this.hostEnd === this.hostStart) {
			return false;
		}

		const at = colon + mark.length;
		this.featureStart = isWordAt(bytes, at, end, silent) ? at + silent.length : at;
		this.featureEnd = wordEnd(bytes, this.featureStart, end);
		this.eventStart = afterSpaces(bytes, this.featureEnd, end);
		this.eventEnd = wordEnd(bytes, this.eventStart, end);
		return this.eventEnd > this.eventStart;
	}
}
