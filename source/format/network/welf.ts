import {bytesOf} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {jsonKey} from '../bytes/key-names.ts';
import type {PairList} from '../bytes/pair-list.ts';
import {isWord} from '../bytes/word-table.ts';
import {syslogSeverityOf} from '../vocabulary/severity-words.ts';

/** WebTrends' enhanced log format, in which SonicWall's and Stormshield's firewalls write: it begins with `id=firewall` and counts `pri` as syslog does, 0 the worst. */
const first = jsonKey('id');
const firewall = bytesOf('firewall');
const priority = jsonKey('pri');

/** The pair that says how grave it was; -1 where the record is none of these. */
export function welfPriority(pairs: PairList, bytes: Uint8Array): number {
	const isWelf = pairs.find(first) === 0 && isWord(bytes, pairs.starts[0]!, pairs.ends[0]!, firewall);
	return isWelf ? pairs.find(priority) : -1;
}

export const welfSeverity = (bytes: Uint8Array, start: number, end: number): number => syslogSeverityOf(digitsAt(bytes, start, end - start));
