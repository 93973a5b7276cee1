import {Buffer} from 'node:buffer';
import path from 'node:path';
import {receiptBeginning, receiptSuffix} from '../../domain/receipt.ts';
import {bytesAt, isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import {utf16Beginnings} from '../archives/utf16.ts';
import {archiveOf, isStamped} from './generation-names.ts';

const sampleBytes = 4096;

/** Whether a file may be a log. Archives are judged by name, as are the files of multilog and its kin, which may be packed or not; what cannot be opened is kept, so that its reason is said. */
export function isText(disk: Disk, file: string): boolean {
	const isNamedSo = archiveOf(file) !== undefined || isStamped(path.basename(file));
	const handle = isNamedSo ? undefined : disk.open(file);
	if (handle === undefined || isRefusal(handle)) {
		return true;
	}

	const facts = disk.factsOfHandle(handle);
	const sizeBytes = isRefusal(facts) ? 0 : facts.sizeBytes;
	const beginning = sample(disk, handle, 0);
	// A log truncated under a writer that does not append begins with NULs, so the end speaks too.
	const isLog = !isReceipt(file, beginning) && (sizeBytes === 0 || isMostlyText(beginning) || isUtf16(beginning) || isMostlyText(sample(disk, handle, Math.max(0, sizeBytes - sampleBytes))));
	disk.close(handle);
	return isLog;
}

const sample = (disk: Disk, handle: Handle, offsetBytes: number): Uint8Array => bytesAt(disk, handle, {offsetBytes, lengthBytes: sampleBytes});

/** Told by name and content: what lies beside an export, in the folder that is handed on. */
const isReceipt = (file: string, beginning: Uint8Array): boolean => file.endsWith(receiptSuffix) && Buffer.from(beginning).toString('latin1').startsWith(receiptBeginning);

/** Longer than any of the beginnings it looks for. */
const utf16Bytes = 16;

function isUtf16(bytes: Uint8Array): boolean {
	const beginning = Buffer.from(bytes.subarray(0, utf16Bytes)).toString('hex');
	return utf16Beginnings.some(({hex}) => hex.test(beginning));
}

/** Logs hold stray control bytes; wtmp, the journal and databases are full of NULs, and of what is packed or encrypted every tenth byte is a control byte. */
export function isMostlyText(bytes: Uint8Array): boolean {
	let nuls = 0;
	let controls = 0;
	for (const byte of bytes) {
		nuls += Number(byte === 0);
		controls += strayControls[byte]!;
	}

	return nuls * 50 <= bytes.length && controls * 15 <= bytes.length;
}

/** Tabs, line ends, escapes of colours and the separator of enriched audit records (0x1D) are at home in logs. */
const strayControls = Uint8Array.from({length: 256}, (_, byte) => Number(byte < 0x20 && ![0x09, 0x0A, 0x0D, 0x1B, 0x1D].includes(byte)));
