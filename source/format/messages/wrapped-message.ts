import {afterSpaces, ascii, beforeSpaces, bytesOf, firstWord, isDigit, isLetterOrDigit, isWordAt, nextByte, type Run} from '../bytes/byte-text.ts';
import {HeadSketch} from '../templates/head-sketch.ts';

const repeatedHead = bytesOf('message repeated ');
const repeatedTextAt = bytesOf(' times: [ ');
const pamHead = bytesOf('pam_');
const olderPamHead = bytesOf('(pam_');
const pamTextAt = bytesOf('): ');

/** sshd says how grave a message is before it. */
const gravities = ['error: ', 'fatal: '].map(word => bytesOf(word));

/** For the byte of each bracket that opens the one that closes it; 0 for every other. */
const closings = new Uint8Array(256);
closings[ascii.openBracket] = ascii.closeBracket;
closings[ascii.openParenthesis] = ascii.closeParenthesis;
closings[ascii.lessThan] = ascii.greaterThan;

const arubaHead = bytesOf('Event|');

/** `Event|5209|LOG_INFO|CDTR|1|` */
const barsOfAruba = 5;

/** Whatever may stand before a message: most begin with none of it. */
export const wrappingHeads = new HeadSketch([repeatedHead, pamHead, olderPamHead, arubaHead, ...gravities, ...['[', '(', '<', ' '].map(mark => bytesOf(mark))]);

/** What a program says, without what rsyslog, PAM and the program's own sense of gravity put around it. Reused. */
export class WrappedMessage {
	start = 0;
	end = 0;
	/** Whether a module of PAM speaks. */
	isPam = false;
	/** How often rsyslog says that the message came; empty where it does not. */
	repeatedStart = 0;
	repeatedEnd = 0;

	/** rsyslog writes a run of equal messages as `message repeated 2 times: [ text]`. */
	#unwrapRepeated(bytes: Uint8Array): void {
		if (!isWordAt(bytes, this.start, this.end, repeatedHead)) {
			return;
		}

		const countAt = this.start + repeatedHead.length;
		const textAt = firstWord(bytes, repeatedTextAt, countAt, this.end);
		if (!(textAt > countAt && isDigit(bytes[countAt]) && bytes[this.end - 1] === ascii.closeBracket)) {
			return;
		}

		this.repeatedStart = countAt;
		this.repeatedEnd = textAt;
		this.start = textAt + repeatedTextAt.length;
		this.end--;
	}

	#unwrapGravity(bytes: Uint8Array): void {
		for (const word of gravities) {
			if (isWordAt(bytes, this.start, this.end, word)) {
				this.start += word.length;
				return;
			}
		}
	}

	/** Aruba's switches write a number, a gravity and places before the text, parted by bars. */
	#unwrapNumbered(bytes: Uint8Array): void {
		if (!isWordAt(bytes, this.start, this.end, arubaHead)) {
			return;
		}

		let at = this.start;
		for (let bars = 0; bars < barsOfAruba && at >= 0; bars++) {
			const bar = nextByte(bytes, ascii.pipe, at, this.end);
			at = bar < 0 ? -1 : bar + 1;
		}

		this.start = Math.max(at, this.start);
	}

	/** Modules write `pam_unix(sshd:session): text`, `pam_unix: text` or, of old, `(pam_unix) text`. */
	#unwrapPam(bytes: Uint8Array): void {
		const textAt = pamText(bytes, this.start, this.end);
		this.isPam = textAt >= 0;
		this.start = Math.max(textAt, this.start);
	}

	/** Turns to the message that lies there, as it is. */
	take(bytes: Uint8Array, {start, end}: Run): void {
		this.start = afterSpaces(bytes, start, end);
		this.end = beforeSpaces(bytes, this.start, end);
		this.repeatedEnd = this.repeatedStart;
		this.isPam = false;
	}

	/** Turns to the message that lies there, what is around it taken off. */
	unwrap(bytes: Uint8Array, text: Run): void {
		this.take(bytes, text);
		if (!wrappingHeads.mayBeginAt(bytes, this.start)) {
			return;
		}

		this.#unwrapRepeated(bytes);
		this.#unwrapNumbered(bytes);
		this.#unwrapGravity(bytes);
		this.#unwrapPam(bytes);
	}
}

/** Where the text behind a module's name begins, -1 where none stands there. */
function pamText(bytes: Uint8Array, start: number, end: number): number {
	if (isWordAt(bytes, start, end, olderPamHead)) {
		const close = nextByte(bytes, ascii.closeParenthesis, start, end);
		return close < 0 ? -1 : afterSpaces(bytes, close + 1, end);
	}

	if (!isWordAt(bytes, start, end, pamHead)) {
		return -1;
	}

	const nameEnd = endOfName(bytes, start, end);
	if (bytes[nameEnd] === ascii.colon) {
		return afterSpaces(bytes, nameEnd + 1, end);
	}

	const textAt = bytes[nameEnd] === ascii.openParenthesis ? firstWord(bytes, pamTextAt, nameEnd, end) : -1;
	return textAt < 0 ? -1 : textAt + pamTextAt.length;
}

/** How long such a mark may be. */
const longestMarkBytes = 100;

/** Where the text goes on behind something in brackets that stands there; -1 where nothing does. */
export function behindBrackets(bytes: Uint8Array, start: number, end: number): number {
	const closing = closings[bytes[start] ?? 0]!;
	if (closing === 0) {
		return -1;
	}

	const close = nextByte(bytes, closing, start, Math.min(end, start + longestMarkBytes));
	return close < 0 || bytes[close + 1] !== ascii.space ? -1 : afterSpaces(bytes, close + 1, end);
}

function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (isLetterOrDigit(bytes[at]!) || bytes[at] === ascii.underscore)) {
		at++;
	}

	return at;
}
