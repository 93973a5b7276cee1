/** Prints how many megabytes of each format's sample one CPU second reads into columns, and what a line costs. Run: `npx tsx bench/formats/speed.ts [MEGABYTES] [FIXTURE]`. */
import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import type {IntakeSink} from '../../source/format/format.ts';
import {openIntake} from '../../source/format/intake.ts';

const megabytes = Number(process.argv[2] ?? 32);
const only = process.argv[3];

const samples = [
	'console-audit/mgmt-audit.log.1',
	'console-audit/mgmt-audit.alt-layout.log',
	'sensor-timeline/sensor-timeline.jsonl',
	'csv/sensor-timeline.csv',
	'syslog/auth.log',
	'syslog/auth.log.1',
	'auditd/auditd.audit.log',
	'cef/syslog-cef.log',
	'leef/syslog-leef.log',
	'log4j/core.log',
	'entra/entra-directoryAudits.graph.jsonl',
	'entra/entra-audit.diagnostic.jsonl',
	'entra/entra-signins.diagnostic.jsonl',
	'azure-activity/azure-activity.rest.jsonl',
	'csv/entra-audit-download.csv',
	'journald/journal.jsonl',
	'web/nginx-access.log',
	'suricata-eve/suricata-eve.json',
	'zeek/zeek-conn.log',
	'json-lines/loggers.jsonl',
	'plain-text/times.log',
];

/** As following gives them. */
const chunkBytes = 1024 * 1024;

const newline = 0x0A;
const ignore = (): void => undefined;
const sink: IntakeSink = {add: () => 0, extend: ignore, attach: ignore, missing: ignore, fault: ignore};

console.log('| sample | MB per CPU second | ns a line |\n|---|---|---|');
const wanted = samples.filter(name => only === undefined || name.includes(only));
for (const sample of wanted) {
	const content = readFileSync(new URL(`../../test/fixtures/${sample}`, import.meta.url));
	const head = sample.startsWith('zeek') ? content.lastIndexOf('#types') : content.indexOf('\n') + 1;
	const chunk = Buffer.concat(Array.from({length: Math.ceil(chunkBytes / content.length)}, (_, copy) => copy === 0 ? content : content.subarray(sample.endsWith('.csv') || sample.startsWith('zeek') ? head : 0)));
	const intake = openIntake({zone: undefined, clockOffsetMs: 0, yearHint: undefined, modifiedMs: Date.UTC(2026, 3, 3)}, {}, sink);
	intake.push(chunk, 0);
	const before = process.cpuUsage();
	const rounds = Math.ceil(megabytes * 1e6 / chunk.length);
	for (let round = 1; round <= rounds; round++) {
		intake.push(chunk, round * chunk.length);
	}

	const {user, system} = process.cpuUsage(before);
	const bytes = rounds * chunk.length;
	const lines = rounds * chunk.reduce((count, byte) => count + (byte === newline ? 1 : 0), 0);
	console.log(`| ${sample} | ${Math.round(bytes / (user + system))} | ${Math.round((user + system) * 1000 / lines)} |`);
}
