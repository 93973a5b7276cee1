import {strangeEnd} from './archive-beginning.ts';

export const endsEarly = 'it ends in the middle';
export const wrongChecksum = 'its checksum does not fit its content';
export const noMemory = 'there is not enough memory for it';
export const tooMuchMemory = 'it needs more memory than may be used';
export const unknownWay = 'it was packed in a way that is not known here';
const noDictionary = 'it was packed with a dictionary that is not part of it';
export const damagedContent = 'its content is damaged';

/** What Node's codes mean (zlib.h, zstd_errors.h). All others say, in the library's own words, that the data is invalid. */
const byCode: ReadonlyMap<unknown, string> = new Map([
	['Z_BUF_ERROR', endsEarly],
	['Z_MEM_ERROR', noMemory],
	['Z_NEED_DICT', noDictionary],
	['ZSTD_error_checksum_wrong', wrongChecksum],
	['ZSTD_error_memory_allocation', noMemory],
	['ZSTD_error_frameParameter_windowTooLarge', tooMuchMemory],
	['ZSTD_error_frameParameter_unsupported', unknownWay],
	['ZSTD_error_version_unsupported', unknownWay],
	['ZSTD_error_dictionary_wrong', noDictionary],
	['ERR_WORKER_OUT_OF_MEMORY', noMemory],
]);

/** zlib has one code for everything that is wrong with the data, and sentences that tell the cases apart (inflate.c). */
const bySentence: ReadonlyMap<string, string> = new Map([
	['incorrect data check', wrongChecksum],
	['incorrect length check', wrongChecksum],
	// A file that does not begin like an archive is not one, so this is about what comes after the archive.
	['incorrect header check', strangeEnd],
	['unknown compression method', unknownWay],
]);

/** Why unpacking failed, in plain words: the sentences of compression libraries mean nothing to somebody who reads logs. Our own errors have no code. */
export function damageWords(error: unknown): string {
	if (!(error instanceof Error)) {
		return damagedContent;
	}

	const isOwn = error.constructor === Error && !('code' in error);
	return isOwn ? error.message : byCode.get('code' in error ? error.code : undefined) ?? bySentence.get(error.message) ?? damagedContent;
}
