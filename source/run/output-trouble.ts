/** Why standard output takes no more, in words; undefined where somebody has seen enough (`| head`) or a terminal hung up, which is no error. */
export function outputTrouble(code: string, isToFile: boolean): string | undefined {
	// A terminal that is gone and a disk that fails have the same code.
	const isEnded = code === 'EPIPE' || (code === 'EIO' && !isToFile);
	return isEnded ? undefined : `standard output takes no more: ${reasons.get(code) ?? code}`;
}

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOSPC', 'its disk is full'],
	['EDQUOT', 'your share of its disk is used up'],
	['EFBIG', 'the file would be larger than the system allows'],
	['EIO', 'its disk reports an error'],
	['ESTALE', 'the network file system lost the file'],
]);
