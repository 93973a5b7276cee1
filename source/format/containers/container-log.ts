import {ByteRun} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {foreignText} from '../../domain/foreign.ts';
import {ascii, bytesOf, isWordAt} from '../bytes/byte-text.ts';
import type {Format, SourceHints} from '../format.ts';
import {digitHeads} from '../time/heads.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {ContainedReader, type Keeper} from './contained-reader.ts';
import {streams} from './contained-text.ts';

/** What a container wrote, as Kubernetes' nodes keep it (CRI logging: `TIME stdout F text`). The text is read as what it is; the time is the node's. */
export const containerLog: Format = {
	name: 'container-log',
	title: 'Container logs (CRI: containerd, CRI-O)',
	framing: 'line',
	heads: digitHeads,
	open: kit => new ContainedReader(new CriKeeper(kit.hints), kit),
};

const streamMarks = streams.map(name => bytesOf(` ${name} `));

/** Both are as long. */
const streamBytes = streamMarks[0]!.length;

/** Nodes write RFC 3339: most lines are turned away by the byte behind the date. */
const dateBytes = '2026-03-03'.length;
const letterT = 0x54;
const letterF = 0x46;
const letterP = 0x50;

/** `F ` of a full line, `P ` of a part of one. */
const tagBytes = 2;

class CriKeeper implements Keeper {
	readonly stamp: Stamp;
	readonly text = new ByteRun();
	stream = 0;
	isPart = false;

	constructor(hints: SourceHints) {
		this.stamp = new Stamp(hints);
	}

	read(bytes: Uint8Array, start: number, end: number): boolean {
		if (bytes[start + dateBytes] !== letterT || !readIsoTime(bytes, start, end, this.stamp)) {
			return false;
		}

		const tag = this.stamp.end + streamBytes;
		const textStart = tag + tagBytes;
		this.stream = streamAt(bytes, this.stamp.end, end);
		this.isPart = bytes[tag] === letterP;
		if (this.stream < 0 || textStart > end || !(this.isPart || bytes[tag] === letterF) || bytes[tag + 1] !== ascii.space) {
			return false;
		}

		this.text.set(bytes, textStart, end);
		return true;
	}

	fields(): readonly Field[] {
		const stream = {name: 'stream', value: foreignText(streams[this.stream]!)};
		return this.isPart ? [stream, {name: 'part', value: foreignText('P')}] : [stream];
	}
}

/** The stream that is named there, -1 where none is. */
function streamAt(bytes: Uint8Array, at: number, end: number): number {
	for (let stream = 0; stream < streamMarks.length; stream++) {
		if (isWordAt(bytes, at, end, streamMarks[stream]!)) {
			return stream;
		}
	}

	return -1;
}
