import {auditd} from './auditd.ts';
import {awsCloudtrail} from './aws-cloudtrail.ts';
import {azureActivity} from './azure-activity.ts';
import {bareLines} from './bare-lines.ts';
import {cef} from './cef.ts';
import {consoleAudit} from './console-audit.ts';
import {csv} from './csv.ts';
import {entraAudit} from './entra-audit.ts';
import {entraSignIns} from './entra-sign-ins.ts';
import {containerLog} from './container-log.ts';
import {javaUtilLogging} from './java-util-logging.ts';
import {journaldVerbose} from './journald-verbose.ts';
import {mysqlSlow} from './mysql-slow.ts';
import {nagios} from './nagios.ts';
import {panOs} from './pan-os.ts';
import {squidAccess} from './squid-access.ts';
import {dockerLog} from './docker-log.ts';
import {exportedCsv} from './exported-csv.ts';
import {exportedJson} from './exported-json.ts';
import type {Format} from './format.ts';
import {journaldExport} from './journald-export.ts';
import {journald} from './journald.ts';
import {jsonLines} from './json-lines.ts';
import {kubernetesAudit} from './kubernetes-audit.ts';
import {leef} from './leef.ts';
import {log4j} from './log4j.ts';
import {logfmt} from './logfmt.ts';
import {microsoft365} from './microsoft-365.ts';
import {notes} from './notes.ts';
import {plainText} from './plain-text.ts';
import {sensorTimeline} from './sensor-timeline.ts';
import {sentinelEvents} from './sentinel-events.ts';
import {suricataEve} from './suricata-eve.ts';
import {syslog} from './syslog.ts';
import {w3cExtended} from './w3c-extended.ts';
import {webAccessJson} from './web-access-json.ts';
import {webAccess} from './web-access.ts';
import {webError} from './web-error.ts';
import {windowsEventXml} from './windows-event-xml.ts';
import {windowsEvents} from './windows-events.ts';
import {zeekJson} from './zeek-json.ts';
import {zeek} from './zeek.ts';

/**
All formats. A row's number is the format's code in events. For every line the format that leads in its generation is asked first, then the
others in this order, those that take anything of one shape last; the last row takes every line.
*/
export const formats: readonly Format[] = [
	consoleAudit,
	sensorTimeline,
	entraAudit,
	entraSignIns,
	azureActivity,
	microsoft365,
	sentinelEvents,
	awsCloudtrail,
	kubernetesAudit,
	windowsEvents,
	notes,
	exportedJson,
	journald,
	journaldExport,
	journaldVerbose,
	suricataEve,
	zeekJson,
	webAccessJson,
	dockerLog,
	auditd,
	cef,
	leef,
	windowsEventXml,
	panOs,
	containerLog,
	syslog,
	webAccess,
	webError,
	squidAccess,
	nagios,
	mysqlSlow,
	zeek,
	w3cExtended,
	exportedCsv,
	csv,
	javaUtilLogging,
	bareLines,
	log4j,
	logfmt,
	jsonLines,
	plainText,
];

/** The number of the row that takes every line. */
export const plainTextRow = formats.length - 1;
