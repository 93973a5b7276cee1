import {auditd} from './auditd.ts';
import {cef} from './cef.ts';
import {consoleAudit} from './console-audit.ts';
import type {Format} from './format.ts';
import {jsonLines} from './json-lines.ts';
import {leef} from './leef.ts';
import {log4j} from './log4j.ts';
import {logfmt} from './logfmt.ts';
import {plainText} from './plain-text.ts';
import {sensorTimeline} from './sensor-timeline.ts';
import {syslog} from './syslog.ts';

/**
All formats. A row's number is the format's code in events. For every line the format that leads in its generation is asked first, then the
others in this order, those that take anything of one shape last; the last row takes every line.
*/
export const formats: readonly Format[] = [
	consoleAudit,
	sensorTimeline,
	auditd,
	cef,
	leef,
	syslog,
	log4j,
	logfmt,
	jsonLines,
	plainText,
];

/** The number of the row that takes every line. */
export const plainTextRow = formats.length - 1;
