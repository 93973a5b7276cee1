import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import {otherNumbers} from './other-numbers.ts';

/** What is read: a fixture, or a few lines of our own where the fixtures hold only oddities. */
export type Sample = {
	/** A format's name and, where it has several layouts, which. */
	readonly name: string;
	readonly fixture?: string;
	readonly lines?: readonly string[];
	/** The head of the file names its columns; the lines that repeat begin behind the last line that begins so. */
	readonly head?: string;
	/** Read by a pattern: slower by what the table says. */
	readonly isPattern?: boolean;
};

/** Every built-in format in each layout that it is written in, those that an appliance writes most first. */
export const samples: readonly Sample[] = [
	{name: 'console-audit', fixture: 'console-audit/mgmt-audit.log.1'},
	{name: 'console-audit (bars)', fixture: 'console-audit/mgmt-audit.alt-layout.log'},
	{name: 'sensor-timeline', fixture: 'sensor-timeline/sensor-timeline.jsonl'},
	{name: 'sensor-timeline (list)', fixture: 'sensor-timeline/sensor-timeline.api.json'},
	{name: 'syslog (RFC 3339)', fixture: 'syslog/auth.log'},
	{name: 'syslog (RFC 3164)', fixture: 'syslog/auth.log.1'},
	{name: 'syslog (RFC 5424)', lines: [
		'<34>1 2026-03-03T08:50:15.003Z sensor-north.plant.local su - ID47 - FAILED su for root by dana on /dev/pts/8',
		'<165>1 2026-03-03T08:50:16.000003+01:00 192.0.2.1 collector 8710 - - Queue of 10.2.1.77 drained after 812 ms',
		'<165>1 2026-03-03T08:50:17.003Z sensor-north appliance 412 ID47 [exampleSDID@32473 iut="3" eventSource="Application"] A scheduled job ended as it should',
	]},
	{name: 'log4j', fixture: 'log4j/core.log'},
	{name: 'log4j (dashes)', lines: [
		'2026-03-03 08:50:44,747 - INFO  [QuorumPeer[myid=1]/0.0.0.0:2181:FastLeaderElection@774] - Notification time out: 3200',
		'2026-03-03 08:50:45,102 - WARN  [SendWorker:188978561024:QuorumCnxManager$SendWorker@688] - Send worker leaving thread',
	]},
	{name: 'auditd', fixture: 'auditd/auditd.audit.log'},
	{name: 'web-access', fixture: 'web/nginx-access.log'},
	{name: 'gateway-access', fixture: 'web/gateways.log'},
	{name: 'web-access-json', fixture: 'web/proxies.jsonl'},
	{name: 'web-error (nginx)', lines: [
		'2026/03/03 08:50:00 [error] 812#812: *4012 connect() failed (111: Connection refused) while connecting to upstream, client: 10.2.1.77, server: sensor-north',
		'2026/03/03 08:50:02 [warn] 812#812: *4013 an upstream response is buffered to a temporary file while reading upstream',
	]},
	{name: 'web-error (Apache)', lines: [
		'[Tue Mar 03 08:50:00.123456 2026] [core:error] [pid 7:tid 140] [client 10.2.1.77:50122] AH00126: Invalid URI in request GET /../../etc HTTP/1.1',
		'[Tue Mar 03 08:50:01.000001 2026] [mpm_event:notice] [pid 7:tid 140] AH00489: Apache/2.4.58 configured, resuming normal operations',
	]},
	{name: 'cef', fixture: 'cef/syslog-cef.log'},
	{name: 'leef', fixture: 'leef/syslog-leef.log'},
	{name: 'journald', fixture: 'journald/journal.jsonl'},
	{name: 'journald-export', lines: [
		'__CURSOR=s=5b1;i=2a;b=77;m=1;t=64c;x=1\n__REALTIME_TIMESTAMP=1772527805000000\n_HOSTNAME=sensor-north\nPRIORITY=6\nSYSLOG_IDENTIFIER=sshd\n_PID=2101\n_UID=0\n_EXE=/usr/sbin/sshd\nMESSAGE=Accepted publickey for support from 10.20.0.15 port 50122 ssh2\n',
		'__CURSOR=s=5b1;i=2b;b=77;m=1;t=64d;x=2\n__REALTIME_TIMESTAMP=1772527806000000\n_HOSTNAME=sensor-north\nPRIORITY=4\nSYSLOG_IDENTIFIER=kernel\nMESSAGE=eth0: link of 10.2.1.77 becomes ready\n',
	]},
	{name: 'suricata-eve', fixture: 'suricata-eve/suricata-eve.json'},
	{name: 'zeek', fixture: 'zeek/zeek-conn.log', head: '#types'},
	{name: 'w3c-extended', fixture: 'w3c-extended/windows-firewall.log', head: '#Fields'},
	{name: 'zeek-json', fixture: 'zeek/json.log'},
	{name: 'entra-audit (Graph)', fixture: 'entra/entra-directoryAudits.graph.jsonl'},
	{name: 'entra-audit (diagnostic)', fixture: 'entra/entra-audit.diagnostic.jsonl'},
	{name: 'entra-sign-ins', fixture: 'entra/entra-signins.diagnostic.jsonl'},
	{name: 'azure-activity (REST)', fixture: 'azure-activity/azure-activity.rest.jsonl'},
	{name: 'azure-activity (diagnostic)', fixture: 'azure-activity/azure-activity.diagnostic.jsonl'},
	{name: 'microsoft-365', lines: [
		'{"CreationTime":"2026-03-03T08:50:00","Id":"4d0c","Operation":"UserLoggedIn","OrganizationId":"9f1b","RecordType":15,"ResultStatus":"Success","UserKey":"1003","UserType":0,"Version":1,"Workload":"AzureActiveDirectory","ClientIP":"192.0.2.44","ObjectId":"Unknown","UserId":"dana@example.com"}',
		'{"CreationTime":"2026-03-03T08:51:00","Id":"4d0d","Operation":"Set-Mailbox","OrganizationId":"9f1b","RecordType":1,"ResultStatus":"True","UserKey":"1003","UserType":2,"Version":1,"Workload":"Exchange","ClientIP":"192.0.2.45:4432","ObjectId":"m.ortiz","UserId":"dana@example.com"}',
	]},
	{name: 'aws-cloudtrail', lines: [
		'{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"AIDA","arn":"arn:aws:iam::123456789012:user/dana","accountId":"123456789012","userName":"dana"},"eventTime":"2026-03-03T08:50:12Z","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"us-east-1","sourceIPAddress":"192.0.2.44","userAgent":"aws-cli/2","requestParameters":{"userName":"newguy"},"requestID":"r1","eventID":"e1","eventType":"AwsApiCall"}',
	]},
	{name: 'kubernetes-audit', fixture: 'kubernetes-audit/audit.jsonl'},
	{name: 'laurel', lines: [
		'{"ID":"1793527502.113:4021","NODE":"plc-gw1","SYSCALL":{"arch":"0xc000003e","syscall":59,"success":"yes","exit":0,"items":2,"ppid":881,"pid":902,"auid":1000,"uid":0,"gid":0,"euid":0,"tty":"pts0","ses":3,"comm":"cat","exe":"/usr/bin/cat","key":"secrets","ARCH":"x86_64","SYSCALL":"execve","AUID":"ann","UID":"root","ARGV":["0x1","0x2"]},"EXECVE":{"argc":2,"ARGV":["cat","/etc/shadow"]},"CWD":{"cwd":"/root"},"PATH":[{"item":0,"name":"/usr/bin/cat","inode":99,"nametype":"NORMAL"}],"PROCTITLE":{"ARGV":["cat","/etc/shadow"]}}',
		'{"ID":"1793527505.200:4024","USER_CMD":[{"pid":911,"uid":1000,"auid":1000,"ses":4,"cwd":"/home/ann","cmd":"systemctl stop monitor","exe":"/usr/bin/sudo","terminal":"pts/0","res":"success","UID":"ann","AUID":"ann"}]}',
		'{"ID":"1793527506.200:4025","SYSCALL":{"arch":"0xc000003e","syscall":257,"success":"no","exit":-13,"items":1,"ppid":881,"pid":902,"auid":1001,"uid":1001,"tty":"pts1","ses":5,"comm":"less","exe":"/usr/bin/less","key":"access","ARCH":"x86_64","SYSCALL":"openat","AUID":"bob","UID":"bob"},"CWD":{"cwd":"/home/bob"},"PATH":[{"item":0,"name":"/etc/shadow","nametype":"NORMAL"}]}',
	]},
	{name: 'sudo-json', lines: [
		'{"sudo":{"accept":{"server_time":{"seconds":1793528102,"nanoseconds":11300000,"iso8601":"20261101101502Z","localtime":"Nov  1 10:15:02"},"submituser":"ann","command":"/usr/bin/systemctl","runuser":"root","submithost":"plc-gw1","runargv":["systemctl","stop","monitor"]}}}',
		'{"sudo":{"reject":{"reason":"command not allowed","server_time":{"seconds":1793528162,"nanoseconds":0,"iso8601":"20261101101602Z"},"submituser":"bob","command":"/bin/bash","runuser":"root","submithost":"plc-gw1"}}}',
	]},
	{name: 'postgres-csv', lines: [
		'2026-11-01 10:15:02.113 UTC,"ann","plant",4021,"10.1.1.5:51234",6905a1f6.fb5,1,"authentication",2026-11-01 10:15:02 UTC,4/17,0,LOG,00000,"connection authorized: user=ann database=plant",,,,,,,,,"","client backend",,0',
		'2026-11-01 10:15:06.500 UTC,,,871,,6905a000.367,5,,2026-11-01 10:00:02 UTC,,0,LOG,00000,"checkpoint complete: wrote 3 buffers",,,,,,,,,"","checkpointer",,0',
	]},
	{name: 'windows-events', fixture: 'windows-events/forwarders.jsonl'},
	{name: 'pan-os', fixture: 'pan-os/pan-os.log'},
	{name: 'windows-event-xml', lines: [
		'<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4625</EventID><Level>0</Level><Keywords>0x8010000000000000</Keywords><TimeCreated SystemTime="2026-03-03T08:50:13.000Z"/><Computer>eng01</Computer></System><EventData><Data Name="TargetUserName">dana</Data><Data Name="IpAddress">203.0.113.9</Data><Data Name="IpPort">50110</Data></EventData></Event>',
		'<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Service Control Manager"/><EventID Qualifiers="16384">7045</EventID><Level>4</Level><TimeCreated SystemTime="2026-03-03T08:50:14.5Z"/><Computer>eng01</Computer></System><EventData><Data Name="ServiceName">agent</Data></EventData></Event>',
	]},
	{name: 'sentinel-events', lines: [
		'{"TimeGenerated":"2026-03-03T08:50:06Z","DeviceVendor":"Claroty","DeviceProduct":"SRA","DeviceEventClassID":"1000","Activity":"Login to SRA succeeded","LogSeverity":"6","DestinationUserName":"dana","Message":"User dana logged into the system on site plant","SourceIP":"10.2.1.5"}',
		'{"TimeGenerated":"2026-03-03T08:50:07Z","EventVendor":"Nozomi Networks","EventProduct":"N2OS","EventSubType":"Link RST sent by Producer","EventSeverity":8,"SrcIpAddr":"10.2.1.5","SrcHostName":"eng-ws","DstIpAddr":"10.2.10.9","EventType":"Alert","EventMessage":"Appliance is stale","DvcHostname":"guardian-1","DstPortNumber":445}',
	]},
	{name: 'azure-container-log', fixture: 'azure-container-log/aks.jsonl'},
	{name: 'azure-tables', fixture: 'azure-tables/tables.jsonl'},
	{name: 'squid-access', fixture: 'squid-access/access.log'},
	{name: 'mysql-slow', fixture: 'mysql-slow/slow.log', head: 'Time  '},
	{name: 'apt-history', fixture: 'apt-history/history.log', head: 'End-Date: 2026-03-03  08:50:31'},
	{name: 'nagios', fixture: 'nagios/nagios.log'},
	{name: 'container-log', lines: [
		'2026-03-03T08:50:12.418123456Z stdout F {"level":"info","ts":"2026-03-03T08:50:12.418Z","logger":"store","msg":"flushed 812 rows to segment 40","took_ms":12}',
		'2026-03-03T08:50:13.000123456Z stderr F {"level":"warn","ts":"2026-03-03T08:50:13.000Z","logger":"gate","msg":"slow answer from 10.2.1.77","user":"dana","took_ms":1812}',
	]},
	{name: 'container-log (a program a line)', fixture: 'container-log/cri.log'},
	{name: 'docker-log', lines: [
		String.raw`{"log":"10.20.0.31 - r.lind [03/Mar/2026:08:50:15 +0000] \"GET /admin HTTP/1.1\" 403 12 \"-\" \"curl/8.5\"\n","stream":"stdout","time":"2026-03-03T08:50:15.207640590Z"}`,
		String.raw`{"log":"2026-03-03 08:50:17,001 [main] ERROR a.b.C - cannot reach 10.2.1.77\n","stream":"stderr","time":"2026-03-03T08:50:17.100312Z"}`,
	]},
	{name: 'java-util-logging', fixture: 'java-util-logging/catalina.out'},
	{name: 'journald-verbose', lines: [
		'Tue 2026-03-03 08:50:12.418123 UTC [s=5b1;i=2a;b=77;m=1;t=64c;x=1]\n    _UID=0\n    PRIORITY=6\n    _HOSTNAME=sensor-north\n    SYSLOG_IDENTIFIER=sshd\n    _PID=2101\n    MESSAGE=Accepted publickey for support from 10.20.0.15 port 50122 ssh2',
	]},
	{name: 'bare-lines', fixture: 'bare-lines/clusters.log'},
	{name: 'csv (sensor timeline)', fixture: 'csv/sensor-timeline.csv', head: ''},
	{name: 'csv (Entra download)', fixture: 'csv/entra-audit-download.csv', head: ''},
	{name: 'json-lines', lines: [
		'{"ts":"2026-03-03T08:50:48.124817Z","logger":"com.example.store","level":"info","msg":"flushed 812 rows to segment 40","host":"sensor-north","took_ms":12}',
		'{"ts":"2026-03-03T08:50:49.000112Z","logger":"com.example.gate","level":"warn","msg":"slow answer from 10.2.1.77","host":"sensor-north","user":"dana","took_ms":1812}',
	]},
	{name: 'logfmt', lines: [
		'time=2026-03-03T08:50:00.125Z level=info component=store msg="flushed 812 rows" segment=40 took=12ms',
		'time=2026-03-03T08:50:01.250Z level=warn component=gate msg="slow answer" user=dana src=10.2.1.77 took=1812ms',
	]},
	{name: 'ledgerline-json', lines: [
		'{"kind":"event","time":"2026-03-03T08:50:05Z","source":"auth.log","generation":1,"offset":4123,"format":"syslog","category":"user-operation","action":"login","user":"support","devices":["10.20.0.15"],"host":"sensor-north","result":"success","message":"Accepted publickey for support from 10.20.0.15 port 50122 ssh2","fields":{"process":"sshd","pid":"2101"},"raw":"Mar  3 08:50:05 sensor-north sshd[2101]: Accepted publickey for support from 10.20.0.15 port 50122 ssh2"}',
	]},
	{name: 'ledgerline-csv', head: 'kind', lines: [
		'',
		'kind,time,source,generation,offset,format,category,action,type,severity,severityWord,user,devices,host,result,message,fields,raw,guarded',
		'event,2026-03-03T08:50:05Z,auth.log,1,4123,syslog,user-operation,login,,,,support,10.20.0.15,sensor-north,success,Accepted publickey for support from 10.20.0.15 port 50122 ssh2,"{""process"":""sshd"",""pid"":""2101""}",Mar  3 08:50:05 sensor-north sshd[2101]: Accepted publickey for support from 10.20.0.15 port 50122 ssh2,',
	]},
	{name: 'plain-text', lines: [
		'2026-03-03 08:50:40 startup packages configure',
		'2026-03-03 08:50:41 status installed libssl3:amd64 3.0.13-0ubuntu3.4',
		'2026-03-03 08:50:42 upgrade appliance-core:amd64 22.3.8 22.3.9',
		'Rules updated for 10.2.1.77 (v6)',
	]},
	{name: 'plain-text (a spelling a line)', fixture: 'plain-text/times.log'},
	{name: 'json-lines (a logger a line)', fixture: 'json-lines/loggers.jsonl'},
	{name: 'gate_log (a pattern of lnav\'s)', isPattern: true, lines: [
		'03.03.2026 08:50:12.418 <FAIL> dana@gate-2.plant.local [ 17] door 4 forced from 10.2.1.77',
		'03.03.2026 08:50:13.001 <INFO> gate-2.plant.local [18] door 4 closed',
	]},
];

const fixtures = new URL('../../test/fixtures/', import.meta.url);

/** As following gives it. */
const chunkBytes = 1024 * 1024;

/** More than the memory of lines holds, where each of them is another. */
const variedBytes = 4 * chunkBytes;

export type SampleBytes = {readonly first: Uint8Array; readonly chunks: readonly Uint8Array[]};

/**
The head of a sample's file, and about a megabyte of its lines, as the plain bytes that following gives: a `Buffer` is searched faster. Lines that repeat are
known after the first few; `isVaried` gives four megabytes whose lines have other numbers each time.
*/
export function bytesOfSample({fixture, lines = [], head}: Sample, isVaried = false): SampleBytes {
	const content = fixture === undefined ? Buffer.from(`${lines.join('\n')}\n`) : readFileSync(new URL(fixture, fixtures));
	const headEnd = head === undefined ? 0 : content.indexOf('\n', content.lastIndexOf(`\n${head}`, head === '' ? 0 : undefined) + 1) + 1;
	const repeated = endedByNewline(content.subarray(headEnd));
	const first = new Uint8Array(content.subarray(0, headEnd));
	return {first, chunks: isVaried ? variedChunks(repeated) : [timesOver(repeated)]};
}

const endedByNewline = (bytes: Uint8Array): Uint8Array => bytes.at(-1) === 0x0A ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);

function timesOver(lines: Uint8Array): Uint8Array {
	const chunk = Buffer.concat(Array.from({length: Math.ceil(chunkBytes / lines.length)}, () => lines));
	return new Uint8Array(chunk);
}

function variedChunks(lines: Uint8Array): readonly Uint8Array[] {
	const vary = otherNumbers(7);
	const text = Buffer.from(timesOver(lines)).toString('latin1');
	return Array.from({length: variedBytes / chunkBytes}, () => new Uint8Array(Buffer.from(vary(text), 'latin1')));
}
