import {Buffer} from 'node:buffer';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {EventDraft} from '../../../source/domain/event-draft.ts';
import type {Format} from '../../../source/format/format.ts';
import {KnownLines} from '../../../source/format/line-memory/known-lines.ts';
import {LineMemory} from '../../../source/format/line-memory/line-memory.ts';
import {Samples} from '../../../source/format/line-memory/samples.ts';
import {LineTime} from '../../../source/format/line-memory/line-time.ts';
import {Stamp} from '../../../source/format/time/stamp.ts';
import {readIsoTime} from '../../../source/format/time/time-iso.ts';
import {readFormatSet} from '../../../source/format/user-formats/user-formats.ts';
import {collect, hintsAt} from '../collected-events.ts';

/** Reading each line is the twin: what is remembered of lines must change nothing of what is told. */
function columnsOf(content: Uint8Array, memory: LineMemory | undefined, formats?: readonly Format[]) {
	const {events, missing, faults} = collect(content, {options: {memory, formats}, linesPerPush: 7});
	return {events, missing, faults};
}

const isLog = (name: string): boolean => /\.(?:log|jsonl|json|csv|tsv|txt|out|ndjson)(?:\.[\d\-]+)?$/v.test(name) && !name.endsWith('.events.json');

/** So many lines of one file are enough to know its shapes. */
const linesOfFile = 400;
const longestLine = 600;

function filesBelow(folder: URL): string[][] {
	const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => isLog(name)) : [];
	return names.map(name => readFileSync(new URL(name, folder), 'latin1').split('\n').filter(line => line.length > 0 && line.length < longestLine).slice(0, linesOfFile));
}

const files = [new URL('../../fixtures/', import.meta.url), ...['samples/', 'corpora/'].map(name => new URL(name, new URL('../../../../shared/', import.meta.url)))]
	.flatMap(folder => filesBelow(folder))
	.filter(lines => lines.length > 1);

/** The sentences that are known of programs, as the tables write them. */
const sentences = readdirSync(new URL('../../../source/format/messages/', import.meta.url)).filter(name => name.endsWith('-messages.ts') || name.startsWith('cisco-'))
	.flatMap(name => readFileSync(new URL(`../../../source/format/messages/${name}`, import.meta.url), 'utf8').matchAll(/pattern: '(?<pattern>(?:[^'\\]|\\')+)'/gv).toArray())
	.map(({groups}) => groups!.pattern!.replaceAll(String.raw`\'`, '\''));

const programs = ['sshd', 'sudo', 'su', 'useradd', 'CRON', 'postfix/smtpd', 'dovecot', 'named', 'slapd', 'exim', 'mysqld', 'postgres', 'asterisk', 'haproxy', 'kernel', 'hostd', 'openvpn', 'krb5kdc', 'filterlog', 'fail2ban.actions', '%ASA-6-302013', '%ASA-6-113005', '%AUTHPRIV-3-SYSTEM_MSG', '%SEC-6-IPACCESSLOGP', 'wordpress', 'app'];
const slotValues = ['dana', 'svc01', '10.2.1.77', '192.0.2.254', '10.2.1.77:50122', 'gate-2.plant.local', '2001:db8::17', '00:1b:1b:aa:01:77', '812', '50122', '1', '4', 'a b 17 c', '2026-03-03 08:50:12', '1772527805', '-', ''];

const csvHead = 'Time,Severity,Type,Title,Devices,Description,User';

const alike = (first: string, then: string) => [first, first, first, then, first, then];

for (const [what, first, then, head = ''] of [
	['part of an address that is above 255', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.177 is gone for good', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.277 is gone for good'],
	['two addresses that are one', 'Mar  3 08:50:12 gate app[7]: from 10.2.1.7 to 10.2.1.8 in vain', 'Mar  3 08:50:12 gate app[7]: from 10.2.1.8 to 10.2.1.8 in vain'],
	['one address that is two', 'Mar  3 08:50:12 gate app[7]: from 10.2.1.8 to 10.2.1.8 in vain', 'Mar  3 08:50:12 gate app[7]: from 10.2.1.7 to 10.2.1.8 in vain'],
	['number that begins a message of Exim', 'Mar  3 08:50:12 gate exim[7]: 2234567 <= bob@example.com H=(x) [192.0.2.7] A=plain:bob S=812', 'Mar  3 08:50:12 gate exim[7]: 1234567 <= bob@example.com H=(x) [192.0.2.7] A=plain:bob S=812'],
	['part of an address with a port that is above 255', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.177:50122 is gone', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.277:50122 is gone'],
	['port above 255', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.17:101 is gone for good', 'Mar  3 08:50:12 gate app[7]: peer 10.2.1.17:901 is gone for good'],
	['value that a known message has', 'Mar  3 08:50:12 gate slapd[7]: conn=1000 op=0 RESULT tag=97 err=50 text=', 'Mar  3 08:50:12 gate slapd[7]: conn=1001 op=0 RESULT tag=97 err=49 text='],
	['message of another number', 'Mar  3 08:50:12 gate : %ASA-6-302013: Built inbound TCP connection 17 for a:10.2.1.7/80', 'Mar  3 08:50:12 gate : %ASA-6-302019: Built inbound TCP connection 18 for a:10.2.1.7/80'],
	['status of HTTP', 'Mar  3 08:50:12 gate nginx: 10.2.1.77 - - [03/Mar/2026:08:50:12 +0000] "GET / HTTP/1.1" 200 812 "-" "-"', 'Mar  3 08:50:12 gate nginx: 10.2.1.77 - - [03/Mar/2026:08:50:12 +0000] "GET / HTTP/1.1" 403 812 "-" "-"'],
	['year that comes first', '2026 Mar  3 08:50:12 leaf-1 %SYS-5-CONFIG_I: Configured from console by dana', '2025 Mar  4 08:50:12 leaf-1 %SYS-5-CONFIG_I: Configured from console by dana'],
	['time that is none', '<166>:: %ASA-auth-6-113008: AAA transaction status ACCEPT : user = dana', '<166>:: %ASA-auth-6-113008: AAA transaction status ACCEPT : user = dana'],
	['number of a message behind a name', 'Mar  3 08:50:12 fw1: %ASA-6-611101: User authentication succeeded: Uname: dana', 'Mar  3 08:50:12 fw1: %ASA-6-611102: User authentication succeeded: Uname: dana'],
	['grade of a message', 'Mar  3 08:50:12 sw1: %LINK-3-UPDOWN: Interface Gi0/1, changed state to up', 'Mar  3 08:50:12 sw1: %LINK-5-UPDOWN: Interface Gi0/1, changed state to up'],
	['priority', '<34>Mar  3 08:50:12 gate app[7]: a sentence of some words', '<38>Mar  3 08:50:12 gate app[7]: a sentence of some words'],
	['day that is none', 'Mar 13 08:50:12 gate app[7]: a sentence of some words', 'Mar 73 08:50:12 gate app[7]: a sentence of some words'],
	['hour that is none', '2026-03-03T08:50:12Z gate app[7]: a sentence of some words', '2026-03-03T28:50:12Z gate app[7]: a sentence of some words'],
	['colon in place of a digit', 'Mar  3 08:50:12 gate app[7]: door 444 of a sentence of some words', 'Mar  3 08:50:12 gate app[7]: door 44: of a sentence of some words'],
	['year behind the time', 'Mar  3 08:50:12 2026 gate app[7]: a sentence of some words', 'Mar  3 08:50:12 2027 gate app[7]: a sentence of some words'],
	['level', '2026-03-03 08:50:00,000 [main] INFO  com.example.Worker- [32200] Heartbeat ok', '2026-03-03 08:50:00,000 [main] WARN  com.example.Worker- [32201] Heartbeat ok'],
	['part of a trace', '2026-03-03 08:50:00,000 [main] INFO  com.example.Worker- [32200] Heartbeat ok\n\tat com.example.Worker.main(Worker.java:81)', '2026-03-03 08:51:00,000 [main] INFO  com.example.Worker- [32201] Heartbeat ok'],
	['line below an event of another format', '2026-03-03 08:50:00,000 [main] ERROR com.example.Worker- [32200] Failed\njava.io.IOException: No space left on device\nCaused by: no answer from 10.2.1.77 at door 812', 'Mar  3 08:50:12 gate app[7]: a sentence of some words\nCaused by: no answer from 10.2.1.78 at door 813'],
	['date below an event that is none', '2026-03-03 08:50:00,000 [main] ERROR com.example.Worker- [32200] Failed\nCaused by: backup of 2026-93-03 08:50:12', '2026-03-03 08:51:00,000 [main] ERROR com.example.Worker- [32201] Failed\nCaused by: backup of 2026-03-03 08:50:12'],
	['time in the line above', 'Mar 03, 2026 8:50:12 AM org.apache.catalina.Gate start\nINFO: Server startup in 812 ms at 10.2.1.177', 'Mar 03, 2026 8:50:13 AM org.apache.catalina.Gate start\nINFO: Server startup in 813 ms at 10.2.1.277'],
	['remark above a statement', '# Time: 2026-03-03T09:00:00.123456Z\n# User@Host: dana[dana] @ gate [10.2.1.177]  Id:     8\n# Query_time: 2.000134  Lock_time: 0.000000\nSELECT * FROM tags WHERE id = 812;', '# User@Host: dana[dana] @ gate [10.2.1.277]  Id:     9\n# Query_time: 3.000134  Lock_time: 0.000001\nSELECT * FROM tags WHERE id = 813;\n# User@Host: dana[dana] @ gate [10.2.1.178]  Id:     7\nSELECT * FROM tags WHERE id = 814;'],
	['time of a statement that is none', '# Time: Mar 93 2026 09:00:00\nSELECT * FROM tags WHERE id = 812;', '# Time: Mar 23 2026 09:00:00\nSELECT * FROM tags WHERE id = 813;'],
	['number of an event in XML', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><EventRecordID>812</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4634</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:14.000Z"/><EventRecordID>813</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>'],
	['outcome of an event in XML', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><EventRecordID>812</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8010000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:14.000Z"/><EventRecordID>813</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>'],
	['level of an event in XML', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>7000</EventID><Level>2</Level><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><EventRecordID>812</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>7000</EventID><Level>4</Level><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:14.000Z"/><EventRecordID>813</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>'],
	['part of an address in XML', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><EventRecordID>812</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:14.000Z"/><EventRecordID>813</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.277</Data></EventData></Event>'],
	['hour that is none in XML', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><EventRecordID>812</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>', '<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4624</EventID><Level>0</Level><Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime="2026-03-03T38:50:14.000Z"/><EventRecordID>813</EventRecordID><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">10.2.1.177</Data></EventData></Event>'],
	['layout', '2026-03-03 08:50:00,000 [main] INFO  com.example.Worker- [32200] Heartbeat ok', '2026-03-03 08:51:00,000 INFO [main] com.example.Worker: 32201 Heartbeat ok'],
	['device named twice that is two', '2026-03-03 09:05:10,Notice,SYSLOG_MSG,Syslog Message,10.2.1.3,Syslog from 10.2.1.3: configured,', '2026-03-03 09:05:10,Notice,SYSLOG_MSG,Syslog Message,10.2.1.4,Syslog from 10.2.1.5: configured,', csvHead],
	['columns below another heading', '2026-03-03 09:05:10,Notice,SYSLOG_MSG,Syslog Message,10.2.1.3,Syslog from 10.2.1.3: configured,', 'Time,Type,Severity,Title,Devices,Description,User\n2026-03-03 09:05:10,Notice,SYSLOG_MSG,Syslog Message,10.2.1.3,Syslog from 10.2.1.3: configured,', csvHead],
	['level of a logger', '{"time":"2026-03-03T08:50:48Z","level":30,"msg":"flushed 812 rows to segment 40","took_ms":12}', '{"time":"2026-03-03T08:50:49Z","level":50,"msg":"flushed 812 rows to segment 40","took_ms":13}'],
	['escape', String.raw`{"time":"2026-03-03T08:50:48Z","level":30,"msg":"flushed \u0031 812 rows of 10.2.1.7","took_ms":12}`, String.raw`{"time":"2026-03-03T08:50:49Z","level":30,"msg":"flushed \u0022 813 rows of 10.2.1.8","took_ms":13}`],
	['member that is an address', '{"time":"2026-03-03T08:50:48Z","level":30,"msg":"one connection more","ip":"10.2.1.177"}', '{"time":"2026-03-03T08:50:49Z","level":30,"msg":"one connection more","ip":"10.2.1.277"}'],
	['line of a container that lacks its time', '{"log":"flushed 812 rows to segment 40","stream":"stdout","time":"2026-93-03T08:50:48Z"}', '{"log":"flushed 812 rows to segment 40","stream":"stdout","time":"2026-03-03T08:50:48Z"}'],
	['level inside a container', '2026-03-03T08:50:12.418Z stdout F {"time":"2026-03-03T08:50:48Z","level":30,"msg":"flushed 812 rows to segment"}', '2026-03-03T08:50:12.418Z stdout F {"time":"2026-03-03T08:50:49Z","level":50,"msg":"flushed 813 rows to segment"}'],
	['address inside a container', '2026-03-03T08:50:12.418Z stderr F the gate 10.2.1.177 is open', '2026-03-03T08:50:13.418Z stderr F the gate 10.2.1.277 is open'],
	['part of an address that a sensor tells', '{"severity":"INFO","timestamp":1772527800000,"content":"Device 10.2.1.177 was seen","owner":null,"type":"SCAN","id":17}', '{"severity":"INFO","timestamp":1772527801000,"content":"Device 10.2.1.277 was seen","owner":null,"type":"SCAN","id":18}'],
	['pair that is an address', 'ts=2026-03-03T08:50:48Z level=info msg="gate 4 opened" peer=10.2.1.177 took=812', 'ts=2026-03-03T08:50:49Z level=info msg="gate 4 opened" peer=10.2.1.277 took=813'],
	['number of a record', 'date=2026-03-03 time=08:50:12 logid="0100032001" type="event" action=login status=success n=1', 'date=2026-03-03 time=08:50:13 logid="0100032002" type="event" action=login status=success n=2'],
	['status', '1772527805.341     45 10.2.1.77 TCP_MISS/200 1234 GET ftp://example.com/ - HIER_DIRECT/93.184.216.34 text/html', '1772527806.341     46 10.2.1.78 TCP_MISS/500 1235 GET ftp://example.com/ - HIER_DIRECT/93.184.216.34 text/html'],
	['attempt', '[1772527805] SERVICE ALERT: plc7;PING;CRITICAL;SOFT;1;CRITICAL - Host Unreachable (10.2.1.77)', '[1772527806] SERVICE ALERT: plc7;PING;CRITICAL;SOFT;2;CRITICAL - Host Unreachable (10.2.1.78)'],
	['part of an address in plain text', '2026-03-03 08:50:41 status of 10.2.1.177 installed', '2026-03-03 08:50:42 status of 10.2.1.277 installed'],
	['date in text that tells no time', 'the gate was shut on 99 Mar 2026 08:50:12 for good', 'the gate was shut on 23 Mar 2026 08:50:12 for good'],
	['line of another format among them', '<34>Mar  3 08:50:12 gate app[7]: door 17 of a sentence of some words', '2026-03-03 08:50:41 status of door 18 installed for good\n2026-03-03 08:50:42 status of door 19 installed for good'],
	['serial behind which others are missing', 'type=USER_LOGIN msg=audit(1772527805.372:3012): pid=2211 auid=1001 msg=\'op=login id=1001 res=success\'', 'type=USER_LOGIN msg=audit(1772527835.372:3015): pid=2212 auid=1002 msg=\'op=login id=1002 res=success\'\ntype=USER_LOGIN msg=audit(1772527845.372:3016): pid=2213 auid=1003 msg=\'op=login id=1003 res=success\''],
	['record that weighs more than the one before it', 'type=PATH msg=audit(1772527805.372:3012): item=0 name="/etc/passwd" inode=2532012\ntype=SYSCALL msg=audit(1772527805.372:3012): arch=c000003e syscall=257 success=yes pid=2211 auid=1001', 'type=PATH msg=audit(1772527806.372:3013): item=0 name="/etc/passwd" inode=2532013\ntype=SYSCALL msg=audit(1772527806.372:3013): arch=c000003e syscall=257 success=yes pid=2212 auid=1002'],
	['system call', 'type=SYSCALL msg=audit(1772527805.372:3012): arch=c000003e syscall=257 success=yes pid=2211 auid=1001', 'type=SYSCALL msg=audit(1772527806.372:3013): arch=c000003e syscall=258 success=yes pid=2212 auid=1002'],
	['user who is nobody', 'type=CWD msg=audit(1772527805.372:3012): auid=4294967295 pid=2211', 'type=CWD msg=audit(1772527806.372:3013): auid=4294967294 pid=2212'],
	['user who is nobody, as a number below zero', 'type=CWD msg=audit(1772527805.372:3012): auid=-1 pid=2211', 'type=CWD msg=audit(1772527806.372:3013): auid=-2 pid=2212'],
	['outcome of an audit record', 'type=CONFIG_CHANGE msg=audit(1772528500.775:3025): auid=1002 ses=32 op=remove_rule res=1', 'type=CONFIG_CHANGE msg=audit(1772528501.775:3026): auid=1002 ses=32 op=remove_rule res=0'],
	['audited address', 'type=USER_LOGIN msg=audit(1772527805.372:3012): pid=2211 addr=10.2.1.177 res=success', 'type=USER_LOGIN msg=audit(1772527806.372:3013): pid=2212 addr=10.2.1.277 res=success'],
	['line of dashes between audit records', 'type=CWD msg=audit(1772527805.372:3012): pid=2211 cwd="/root"', '----\ntype=CWD msg=audit(1772527806.372:3013): pid=2212 cwd="/root"\n----\n----'],
	['user of the console', '03/03/2026 08:50:12 | svc01 | Login | user=svc01', '03/03/2026 08:50:13 | svc02 | Login | user=svc02'],
	['date of the console that is none', '03/03/2026 08:50:12 | dana | Login | user=dana', '43/03/2026 08:50:12 | dana | Login | user=dana'],
	['level of the console with a number in it', '2026-03-03 09:23:20,000 [x] TRACE8 audit- Login: user=dana', '2026-03-03 09:23:20,000 [x] TRACE9 audit- Login: user=dana'],
	['layout of the console', '03/03/2026 08:50:12 | dana | Login | user=dana', '2026-03-03 09:23:20,000 [x] INFO audit- Login: user=dana'],
	['gravity of an alert', '{"timestamp":"2026-03-03T08:51:40.000000+0000","flow_id":1017,"event_type":"alert","src_ip":"10.2.1.77","alert":{"severity":2,"rev":1}}', '{"timestamp":"2026-03-03T08:51:41.000000+0000","flow_id":1018,"event_type":"alert","src_ip":"10.2.1.78","alert":{"severity":1,"rev":2}}'],
	['part of an address in a member', '{"timestamp":"2026-03-03T08:51:40.000000+0000","flow_id":1017,"event_type":"flow","src_ip":"10.2.1.177"}', '{"timestamp":"2026-03-03T08:51:41.000000+0000","flow_id":1018,"event_type":"flow","src_ip":"10.2.1.277"}'],
	['status of an answer', '{"timestamp":"2026-03-03T08:51:40.000000+0000","flow_id":17,"event_type":"http","src_ip":"10.2.1.77","http":{"status":200,"length":17}}', '{"timestamp":"2026-03-03T08:51:41.000000+0000","flow_id":18,"event_type":"http","src_ip":"10.2.1.77","http":{"status":404,"length":18}}'],
	['number of an event', '{"@timestamp":"2026-03-03T08:50:12.418Z","winlog":{"event_id":4624,"record_id":17,"event_data":{"TargetUserName":"dana"}}}', '{"@timestamp":"2026-03-03T08:50:13.418Z","winlog":{"event_id":4625,"record_id":18,"event_data":{"TargetUserName":"dana"}}}'],
	['name of a member', '{"ts":1772527800.123456,"uid":"C7","id.orig_h":"10.2.1.77","x1":"10.2.1.78"}', '{"ts":1772527801.123456,"uid":"C8","id.orig_h":"10.2.1.77","x2":"10.2.1.79"}'],
	['quote in a short identifier', '{"ts":1772527800.123456,"uid":"C7x","id.orig_h":"10.2.1.77"}', '{"ts":1772527801.123456,"uid":"C"x","id.orig_h":"10.2.1.77"}'],
	['name of who did it', '{"CreationTime":"2026-03-03T08:50:00","Operation":"Set-Mailbox","RecordType":1,"UserId":"svc01"}', '{"CreationTime":"2026-03-03T08:50:01","Operation":"Set-Mailbox","RecordType":2,"UserId":"svc02"}'],
	['name that stands for nobody', ...['dana@plant.ex', 'Not Available'].map(user => `{"CreationTime":"2026-03-03T08:50:00","Operation":"UserLoginFailed","UserKey":"u17","UserId":"${user}"}`) as [string, string]],
	['escape in a name', ...[String.raw`PLANT\\dana`, String.raw`PLANT\\inga`].map(user => `{"@timestamp":"2026-03-03T08:50:12.418Z","winlog":{"event_id":4624,"event_data":{"TargetUserName":"${user}"}}}`) as [string, string]],
	['priority of an entry of the journal', ...[6, 3].map(priority => `{"__REALTIME_TIMESTAMP":"1772527805000000","PRIORITY":"${priority}","SYSLOG_IDENTIFIER":"app","MESSAGE":"link of 10.2.1.77 is gone"}`) as [string, string]],
	['program of an entry of the journal', ...['sshd', 'apps'].map(program => `{"__REALTIME_TIMESTAMP":"1772527805000000","SYSLOG_IDENTIFIER":"${program}","MESSAGE":"Accepted password for dana from 10.2.1.77 port 22 ssh2"}`) as [string, string]],
	['message of an entry of the journal', ...['Accepted', 'Rejected'].map(how => `{"__REALTIME_TIMESTAMP":"1772527805000000","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"${how} password for dana from 10.2.1.77 port 22 ssh2"}`) as [string, string]],
	['part of an address in the journal', ...[177, 277].map(part => `{"__REALTIME_TIMESTAMP":"1772527805000000","SYSLOG_IDENTIFIER":"app","MESSAGE":"peer 10.2.1.${part} is gone"}`) as [string, string]],
	['status of HTTP in the journal', ...[200, 403].map(status => `{"__REALTIME_TIMESTAMP":"1772527805000000","SYSLOG_IDENTIFIER":"squid","MESSAGE":"1772527805.372 17 10.2.1.77 TCP_MISS/${status} 812 GET http://x/ dana DIRECT/10.2.1.78 text/html"}`) as [string, string]],
	['number that joins records', '{"time":"2026-03-03T08:50:00Z","operationName":"x/write","resourceId":"/r1","correlationId":"17","resultType":"Start"}', ['Start', 'Succeeded'].map(stage => `{"time":"2026-03-03T08:50:01Z","operationName":"x/write","resourceId":"/r1","correlationId":"18","resultType":"${stage}"}`).join('\n')],
	['part of an address that an alert names', '<9>Mar  3 08:52:20 gate CEF:0|CyberX|gate|22.3|7|Scan|10|msg=Scan policy=7 src=10.2.1.177 cnt=812', '<9>Mar  3 08:52:21 gate CEF:0|CyberX|gate|22.3|7|Scan|10|msg=Scan policy=8 src=10.2.1.277 cnt=813'],
	['address in the message of an alert', 'LEEF:1.0|CyberX|gate|22.3|Scan|msg=Scan of 10.2.1.177 done\tdevTime=1772527805341', 'LEEF:1.0|CyberX|gate|22.3|Scan|msg=Scan of 10.2.1.277 done\tdevTime=1772527805342'],
	['outcome of an alert', '<9>Mar  3 08:52:20 gate CEF:0|V|P|1|7|Login|5|outcome=200 suser=dana cnt=812', '<9>Mar  3 08:52:21 gate CEF:0|V|P|1|7|Login|5|outcome=403 suser=dana cnt=813'],
	['severity of an alert', '<9>Mar  3 08:52:20 gate CEF:0|V|P|1|7|Scan|5|sev=1 cnt=812', '<9>Mar  3 08:52:21 gate CEF:0|V|P|1|7|Scan|8|sev=2 cnt=813'],
	['severity in a pair of an alert', 'LEEF:1.0|V|P|1|Scan|devTime=1772527805341\tsev=1\tcnt=812', 'LEEF:1.0|V|P|1|Scan|devTime=1772527805342\tsev=9\tcnt=813'],
	['number of an event of Windows in an alert', '<9>Mar  3 08:52:20 gate CEF:0|Microsoft|W|1|4624|Event|5|cnt=812', '<9>Mar  3 08:52:21 gate CEF:0|Microsoft|W|1|4625|Event|5|cnt=813'],
	['day that is none around an alert', '<9>Mar 13 08:52:20 gate CEF:0|V|P|1|7|Scan|5|cnt=812', '<9>Mar 73 08:52:20 gate CEF:0|V|P|1|7|Scan|5|cnt=812'],
	['time of an alert\'s own that is none', 'CEF:0|V|P|1|7|Scan|5|rt=Mar 43 2026 08:52:20 src=10.2.1.7', 'CEF:0|V|P|1|7|Scan|5|rt=Mar 13 2026 08:52:20 src=10.2.1.7'],
	['time of an alert in another place', '<9>Mar  3 08:52:20 gate CEF:0|V|P|1|7|Scan|5|rt=1772527805341 cnt=812', 'CEF:0|V|P|1|7|Scan|5|rt=1772527805341 src=10.2.1.7 cnt=812'],
	['year of a record of PAN-OS that is none', '1,2026/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,10.2.1.177,,commit,admin,Web,Submitted,,813', '1,0000/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,10.2.1.178,,commit,admin,Web,Submitted,,814'],
	['address of PAN-OS that is nowhere', '1,2026/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,1.2.3.4,,commit,admin,Web,Submitted,,813', '1,2026/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,0.0.0.0,,commit,admin,Web,Submitted,,814'],
	['part of an address of PAN-OS', '1,2026/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,10.2.1.177,,commit,admin,Web,Submitted,,813', '1,2026/03/03 08:50:12,0018,CONFIG,0,2305,2026/03/03 08:50:14,10.2.1.277,,commit,admin,Web,Submitted,,814'],
	['precise time that is another', '1,2026/03/03 08:50:12,0018,SYSTEM,auth,0,2026/03/03 08:50:13,,general,,0,0,general,medium,gate 812 shut,812,2026-03-03T08:50:13.776+01:00', '1,2026/03/03 08:51:12,0018,SYSTEM,auth,0,2026/03/03 08:51:13,,general,,0,0,general,medium,gate 813 shut,813,2026-03-03T08:50:13.776+01:00'],
	['precise time that is one after all', '1,2026/03/03 08:50:12,0018,SYSTEM,auth,0,2026/03/03 08:50:13,,general,,0,0,general,medium,gate 812 shut,812,1970-01-01T01:00:00.000+01:00', '1,2026/03/03 08:51:12,0018,SYSTEM,auth,0,2026/03/03 08:51:13,,general,,0,0,general,medium,gate 813 shut,813,2026-03-03T08:51:13.776+01:00'],
	['one of two precise times', '1,2026/03/03 08:50:12,0018,SYSTEM,auth,0,2026/03/03 08:50:13,,general,,0,0,general,medium,gate 812 shut,2026-03-03T08:50:13.112+01:00,1970-01-01T01:00:00.000+01:00', '1,2026/03/03 08:51:12,0018,SYSTEM,auth,0,2026/03/03 08:51:13,,general,,0,0,general,medium,gate 813 shut,2026-03-03T08:51:13.113+01:00,2026-03-03T08:51:13.776+01:00'],
	['fraction of a second of PAN-OS', '1,2026/03/03 08:50:12,0018,SYSTEM,auth,0,2026/03/03 08:50:13.25,,general,,0,0,general,medium,gate 812 shut,812', '1,2026/03/03 08:51:12,0018,SYSTEM,auth,0,2026/03/03 08:51:13.75,,general,,0,0,general,medium,gate 813 shut,813'],
	['severity of PAN-OS with a number in it', '1,2026/03/03 08:50:12,0018,SYSTEM,auth,0,2026/03/03 08:50:13,,general,,0,0,general,trace8,gate 812 shut,812', '1,2026/03/03 08:50:13,0018,SYSTEM,auth,0,2026/03/03 08:50:14,,general,,0,0,general,trace9,gate 813 shut,813'],
	['number of an event of a table', '{"TimeGenerated": "2026-11-01T10:15:04.113Z", "Computer": "ews1", "EventID": "4624", "ReadingID": 817, "Channel": "Security", "EventSourceName": "Microsoft-Windows-Security-Auditing", "UserName": "dana"}', '{"TimeGenerated": "2026-11-01T10:15:05.113Z", "Computer": "ews1", "EventID": "4625", "ReadingID": 818, "Channel": "Security", "EventSourceName": "Microsoft-Windows-Security-Auditing", "UserName": "dana"}'],
	['part of an address of a table', '{"TimeGenerated": "2026-11-01T10:15:04.113Z", "TenantId": "t17", "action_s": "login", "user_s": "ann", "src_ip_s": "10.2.1.177"}', '{"TimeGenerated": "2026-11-01T10:15:05.113Z", "TenantId": "t18", "action_s": "login", "user_s": "ann", "src_ip_s": "10.2.1.277"}'],
	['month of a table that is none', '{"TimeGenerated [UTC]": "11/1/2026, 10:15:02.113 AM", "TenantId": "t17", "action_s": "login", "user_s": "ann"}', '{"TimeGenerated [UTC]": "41/1/2026, 10:15:02.113 AM", "TenantId": "t18", "action_s": "login", "user_s": "ann"}'],
	['client', '2026/03/03 08:50:00 [error] 812#812: *4012 connect() failed (111: Connection refused), client: 10.2.1.77, server: x', '2026/03/03 08:50:01 [error] 813#813: *4013 connect() failed (112: Connection refused), client: 10.2.1.78, server: x'],
] as const) {
	test(`a line that is known but for a number is read where it matters: ${what}`, t => {
		const content = Buffer.from([head, ...alike(first, then), ''].join('\n'));
		t.deepEqual(columnsOf(content, new LineMemory()), columnsOf(content, undefined));
	});
}

test('a line that a format of the user\'s left for a number in it is asked about again', t => {
	const regex = {refused: {pattern: String.raw`^(?<timestamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?<body>code 4\d\d of the gate)$`}};
	const {formats} = readFormatSet({formatsText: [{name: 'gate.json', text: JSON.stringify({refused: {title: 'Gate', regex}})}]});
	const content = Buffer.from([...alike('2026-03-03 08:50:41 code 200 of the gate', '2026-03-03 08:50:42 code 403 of the gate'), ''].join('\n'));
	t.deepEqual(columnsOf(content, new LineMemory(), formats), columnsOf(content, undefined, formats));
	t.is(columnsOf(content, undefined, formats).events.at(-1)?.format, 'refused');
});

test('a line that came twice is known, whatever its numbers are; what stays of it is compared', t => {
	const memory = new LineMemory();
	const reader = new LineTime(new Stamp(hintsAt(0)), readIsoTime);
	const known = new KnownLines(memory, 1);
	known.open(0, reader);
	const draft = new EventDraft();
	const isKnown = (line: string): boolean => {
		const bytes = Buffer.from(line);
		draft.clear();
		if (known.begin(0, bytes.length) && known.read(bytes, 0, bytes.length, draft) === 0) {
			return true;
		}

		reader.giveTo(draft, bytes, {start: 0, end: 20, lineEnd: bytes.length});
		reader.take(0, 20);
		known.learn(bytes, 0, bytes.length, {row: 0, draft});
		return false;
	};

	t.deepEqual([
		'2026-03-03T08:50:12Z door 4711 opened by dana at gate 27',
		'2026-03-03T08:50:13Z door 4712 opened by dana at gate 28',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by lena at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 100',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 9:',
		'2026-03-04T29:51:14Z door 9999 opened by dana at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 21',
	].map(line => isKnown(line)), [false, false, true, false, false, false, false, true]);
});

/** Any digits in place of those, as many; and now and then another byte. */
const withOtherDigits = (line: string, digits: readonly number[]): string => line.replaceAll(/\d/gv, (digit, at: number) => digits[at % digits.length]! < 0 ? digit : String(digits[at % digits.length]));

/** Nines make parts of addresses, months and hours wrong; below zero the digit stays. */
const digits = fc.array(fc.oneof({arbitrary: fc.integer({min: -6, max: 9}), weight: 3}, fc.constantFrom(-1, 1, 9)), {minLength: 1, maxLength: 40});
const cut = (line: string, at: number): string => at < line.length ? line.slice(0, at) : line;

const cutAt = fc.oneof({arbitrary: fc.constant(longestLine), weight: 9}, fc.nat(longestLine));
const turn = fc.record({line: fc.nat(5), digits, cutAt});
const anyLine = fc.constantFrom(...files.flat());

/** A few lines of one log and now and then of another. */
const fewLines = fc.constantFrom(...files).chain(lines => fc.array(fc.oneof({arbitrary: fc.constantFrom(...lines), weight: 9}, anyLine), {minLength: 1, maxLength: 6}));

/** They are written many times over, each time with other numbers. */
const written = fc.record({lines: fewLines, turns: fc.array(turn, {minLength: 20, maxLength: 60})});

test('lines that are known are told as if each had been read: logs of all kinds', t => {
	const memory = new LineMemory();
	fc.assert(fc.property(written, ({lines, turns}) => {
		const changed = turns.map(each => cut(withOtherDigits(lines[each.line % lines.length]!, each.digits), each.cutAt));
		const content = Buffer.from([...lines, ...lines, ...changed, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}), {numRuns: 150});
});

const heads = ['Mar  3 08:50:12 sensor-north ', '<34>Mar 13 08:50:12 10.2.1.9 ', '2026-03-03T08:50:12.418Z gate ', '<165>1 2026-03-03T08:50:15.003Z gate '];

const spoken = fc.record({
	head: fc.constantFrom(...heads), program: fc.constantFrom(...programs), sentence: fc.constantFrom(...sentences),
	values: fc.array(fc.constantFrom(...slotValues), {minLength: 1, maxLength: 5}), digits: fc.array(digits, {minLength: 4, maxLength: 8}),
});

test('lines that are known are told as if each had been read: every sentence of the tables', t => {
	const memory = new LineMemory();
	fc.assert(fc.property(spoken, ({head, program, sentence, values, digits: all}) => {
		let slot = 0;
		const message = sentence.replaceAll(/\{[^\{\}]*\}/gv, () => values[slot++ % values.length]!);
		const line = head.startsWith('<165>') ? `${head}${program} 2101 - - ${message}` : `${head}${program}[2101]: ${message}`;
		const content = Buffer.from([line, line, line, ...all.map(each => withOtherDigits(line, each)), line].join('\n') + '\n');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}), {numRuns: 700});
});

/** Records of JSON formats, as far as they are in lines. */
const jsonRecords = [...new Set(files.flatMap(lines => lines.filter(line => line.startsWith('{')).slice(0, 8)))];

const withByte = (record: string, at: number, byte: string): string => record.slice(0, at) + byte + record.slice(at + 1);

/** What ends a string, what begins an escape, what is no text, and what may stand anywhere. */
const otherBytes = ['x', '"', '\\', '7', '-', '\u{FF}', '}', ' '];

test('lines that are known are told as if each had been read: any one digit of a record in JSON', t => {
	const memory = new LineMemory();
	for (const record of jsonRecords) {
		const others = record.matchAll(/\d/gv).map(({0: digit, index}) => withByte(record, index, String((Number(digit) + 1) % 10)));
		const content = Buffer.from([record, record, record, ...others, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}
});

test('two lines that take turns in one bucket have both been missed before', t => {
	for (const keys of [[7, 7 + 512], [7, 7 + 8192]]) {
		const memory = new LineMemory();
		t.deepEqual([...keys, ...keys].map(key => memory.hasMissed(key)), [false, false, true, true]);
	}
});

test('it is known of each of many lengths where lines are looked at: none drives another out', t => {
	const samples = new Samples();
	const lengths = Array.from({length: 128}, (_, index) => 16 + index);
	const keyOf = (length: number, byte: number): number => samples.keyOf(new Uint8Array(length).fill(byte), 0, length, 0);
	for (const length of lengths) {
		samples.widen(0, new Uint8Array(length), []);
	}

	t.deepEqual(lengths.filter(length => keyOf(length, 1) === keyOf(length, 2)), []);
});

test('lines that are known are told as if each had been read: any one byte of a record in JSON', t => {
	const memory = new LineMemory();
	for (const [index, record] of jsonRecords.entries()) {
		const others = Array.from(record, (_, at) => withByte(record, at, otherBytes[(index + at) % otherBytes.length]!)).filter((_, at) => at > 0 && (index + at) % 2 === 0);
		const content = Buffer.from([record, record, record, ...others, record, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}
});

/** How many of these records no reader was asked for: the first has no leader, two more like it must come before others are known. */
function knownOf(records: readonly string[]): number {
	const memory = new LineMemory();
	const before = KnownLines.prototype.read;
	let known = 0;
	KnownLines.prototype.read = function (...about) {
		const row = before.apply(this, about);
		known += row >= 0 ? 1 : 0;
		return row;
	};

	columnsOf(Buffer.from(`${records.join('\n')}\n`), memory);
	KnownLines.prototype.read = before;
	return known;
}

const connection = (uid: string): string => `{"ts":1772527800.123456,"uid":"${uid}","id.orig_h":"10.2.1.77","id.orig_p":50122,"id.resp_h":"10.2.1.78","proto":"tcp","conn_state":"SF"}`;

test('records whose identifiers and users are others, as long, are known; with a quote or a backslash in them they are not', t => {
	t.is(knownOf([connection('CHhAvVGS1DHF'), connection('C8lQ2xaPq0Zk'), connection('CHhAvVGS1DHF'), connection('CmES5u32sYpV'), connection('Cx77aaaaaaaa')]), 2);
	t.is(knownOf([connection('CHhAvVGS1DHF'), connection('C8lQ2xaPq0Zk'), connection('CHhAvVGS1DHF'), connection(String.raw`C\u0041aaaaa`), connection('C","a":"bbbb')]), 0);
	t.is(knownOf(['dana', 'lena', 'inga', 'olaf', 'nina'].map(user => `{"CreationTime":"2026-03-03T08:50:00","Operation":"Set-Mailbox","RecordType":1,"UserId":"${user}"}`)), 2);
	t.is(knownOf(['plant.weber-1', 'plant.weber-2', 'plant.weber-3', 'Not Available', 'plant.weber-4'].map(user => `{"CreationTime":"2026-03-03T08:50:00","Operation":"Set-Mailbox","RecordType":1,"UserId":"${user}"}`)), 0);
	t.is(knownOf(['s=abc;i=1a', 's=abc;i=2b', 's=abc;i=ff', 's=xyz;i=07', 's=abc;i=81'].map((cursor, index) => `{"__CURSOR":"${cursor}","__REALTIME_TIMESTAMP":"177252780500000${index}","_HOSTNAME":"gate","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"Accepted password for dana from 10.2.1.7${index} port 5012${index} ssh2"}`)), 2);
	const logons = (users: readonly string[]): number => knownOf(users.map(user => String.raw`{"@timestamp":"2026-03-03T08:50:12.418Z","winlog":{"event_id":4624,"event_data":{"TargetUserName":"${user}"}},"message":"Logged on.\r\n${user}"}`));
	t.is(logons([String.raw`PLANT\\dana`, String.raw`PLANT\\lena`, String.raw`PLANT\\inga`, String.raw`PLANT\\olaf`, String.raw`PLANT\\nina`]), 2);
	t.is(logons([String.raw`PLANT\\dana`, String.raw`PLANT\\lena`, String.raw`PLANT\\inga`, String.raw`PLAN\\\\ina`, String.raw`PLANTS\nina`]), 0);
});
