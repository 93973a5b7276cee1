import {isAuditMessage} from '../auditd/audit-header.ts';
import {bytesOf, isWordAt} from '../bytes/byte-text.ts';
import {pairsMark} from '../network/fortinet-pairs.ts';
import {HeadSketch} from '../templates/head-sketch.ts';

/** Of formats of their own that travel inside syslog. */
const passenger = bytesOf(pairsMark);

/** Its beginning, and how the records of Linux audit begin: most messages begin with none of it. */
const heads = new HeadSketch([passenger, ...['type=', 'node=', 'audit: ', '[', ' '].map(head => bytesOf(head))]);

/** Whether the message of a syslog line is a record of another format. */
export const isPassenger = (bytes: Uint8Array, start: number, end: number): boolean =>
	heads.mayBeginAt(bytes, start) && (isWordAt(bytes, start, end, passenger) || isAuditMessage(bytes, start, end));
