/** A number of three to five digits that stands by itself: a process, a port, a count. */
const number = /(?<=[ "#'\(:=>\[])\d{3,5}(?=[\s"'\),\/:;<\]\}]|$)/gv;

/** What stands before numbers that are words: with another one the record would be another. */
const named = /(?:syscall|arch|event_id|code|EventID|RecordType|Id|[Ss]tatus)["':=>]{1,3}$/v;
const nameBytes = 14;

const year = /^20\d\d$/v;
const lastOfAddress = /(?<=\d\.\d+\.\d+\.)\d+(?!\.\d)/gv;

/** What is made up anew for each record: GUIDs, digests, and what Zeek and clouds call a request or a connection. */
const identifier = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b(?=\d*[a-f])[\da-f]{16,}\b|(?<="(?:uid|fuid|requestid|eventid|auditid|id)": ?")[\w\-]+/giv;
const identifierDigits = '0123456789abcdef';

/** Makes of lines others that say the same with other numbers: one in four of those with four digits and more has a digit less, as numbers of processes and ports do. Identifiers are others, as long. The same for the same seed. */
export function otherNumbers(seed: number): (lines: string) => string {
	let last = seed;
	const below = (limit: number): number => {
		last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
		return (last >>> 8) % limit;
	};

	const other = (digits: string): string => {
		const count = digits.length - (digits.length > 3 && below(4) === 0 ? 1 : 0);
		return String((10 ** (count - 1)) + below(9 * (10 ** (count - 1))));
	};

	return lines => lines
		.replaceAll(number, (digits: string, at: number) => year.test(digits) || named.test(lines.slice(Math.max(0, at - nameBytes), at)) ? digits : other(digits))
		.replaceAll(lastOfAddress, () => String(below(255)))
		.replaceAll(identifier, found => found.replaceAll(/[\da-z]/giv, () => identifierDigits[below(identifierDigits.length)]!));
}
