import {afterSpaces, ascii, nextByte, type Run, wordEnd} from '../bytes/byte-text.ts';
import {isTagAlone} from './syslog-tag.ts';

/** The tag of a program before the text of a line that is no syslog: `sshd[2101]: text`, `host sshd[2101]: text`, `[sshd] text`. Reused. */
export class TextTag {
	readonly program = {start: 0, end: 0};
	readonly pid = {start: 0, end: 0};
	readonly text = {start: 0, end: 0};

	/** Turns to the program whose tag ends there, and to what follows it. */
	#turnTo(bytes: Uint8Array, tag: Run, end: number): void {
		const open = nextByte(bytes, ascii.openBracket, tag.start, tag.end);
		const close = open < 0 ? -1 : nextByte(bytes, ascii.closeBracket, open, tag.end);
		this.program.start = tag.start;
		this.program.end = close < 0 ? tag.end : open;
		this.pid.start = close < 0 ? tag.end : open + 1;
		this.pid.end = close < 0 ? tag.end : close;
		this.text.start = afterSpaces(bytes, wordEnd(bytes, tag.end, end), end);
		this.text.end = end;
	}

	#take(bytes: Uint8Array, tag: Run, end: number): boolean {
		if (tag.end <= tag.start) {
			return false;
		}

		this.#turnTo(bytes, tag, end);
		return true;
	}

	/** Whether the text there begins with a tag. The second word is one only with a process number: sentences have colons too. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		const firstEnd = wordEnd(bytes, start, end);
		if (bytes[start] === ascii.openBracket) {
			const close = nextByte(bytes, ascii.closeBracket, start, firstEnd);
			return close >= firstEnd - 2 && this.#take(bytes, {start: start + 1, end: close}, end);
		}

		if (isTag(bytes, start, firstEnd, false)) {
			return this.#take(bytes, {start, end: firstEnd - 1}, end);
		}

		const second = afterSpaces(bytes, firstEnd, end);
		const secondEnd = wordEnd(bytes, second, end);
		return isTag(bytes, second, secondEnd, true) && this.#take(bytes, {start: second, end: secondEnd - 1}, end);
	}
}

const isTag = (bytes: Uint8Array, start: number, end: number, isProofNeeded: boolean): boolean => end > start && bytes[end - 1] === ascii.colon && isTagAlone(bytes, start, end, isProofNeeded);
