/** The most combining marks on one cell; more would run into the neighbouring rows. */
export const mostMarksOnCell = 8;

/** The visible spelling of a code point that cannot be shown, or of `count` of them in a row. */
export function tokenOf(codePoint: number, count = 1): string {
	return count === 1
		? letteredToken.get(codePoint) ?? spelledToken(codePoint)
		: String.raw`\u{${codePoint.toString(16)}*${count}}`;
}

/** Turns every token and every doubled backslash back into what it stands for. */
export function readTokens(text: string): string {
	return text.replaceAll(token, (whole, ...found) => {
		const {letter, byte, codePoint, count} = found.at(-1) as Record<string, string | undefined>;
		if (letter !== undefined) {
			return codeOfLetter.get(whole)!;
		}

		if (byte !== undefined) {
			return String.fromCharCode(codeOfByte(Number.parseInt(byte, 16)));
		}

		return codePoint === undefined ? '\\' : String.fromCodePoint(Number.parseInt(codePoint, 16)).repeat(Number(count ?? 1));
	});
}

const token = /\\(?:\\|(?<letter>[nrt])|x(?<byte>[\da-f]{2})|u\{(?<codePoint>[\da-f]+)(?:\*(?<count>\d+))?\})/gv;

/** The ones that everybody knows. */
const letteredToken = new Map([[0x09, String.raw`\t`], [0x0A, String.raw`\n`], [0x0D, String.raw`\r`]]);

const codeOfLetter = new Map([...letteredToken].map(([codePoint, text]) => [text, String.fromCodePoint(codePoint)]));

/** `\x..` below 0x80 is a control character and above it a byte that is not UTF-8. Everything else, U+0085 included, is `\u{...}`. */
function spelledToken(codePoint: number): string {
	if (codePoint < 0x80) {
		return hexToken(codePoint);
	}

	return codePoint >= 0xDC_80 && codePoint <= 0xDC_FF ? hexToken(codePoint - 0xDC_00) : String.raw`\u{${codePoint.toString(16)}}`;
}

const hexToken = (byte: number): string => String.raw`\x${byte.toString(16).padStart(2, '0')}`;

const codeOfByte = (byte: number): number => byte < 0x80 ? byte : 0xDC_00 + byte;
