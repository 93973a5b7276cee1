import {auditd} from './auditd/auditd.ts';
import {aptHistory} from './programs/apt-history.ts';
import {awsCloudtrail} from './cloud/aws-cloudtrail.ts';
import {azureActivity} from './cloud/azure-activity.ts';
import {azureContainerLog} from './containers/azure-container-log.ts';
import {azureTables} from './tables/azure-tables.ts';
import {bareLines} from './programs/bare-lines.ts';
import {cef} from './alerts/cef.ts';
import {consoleAudit} from './appliance/console-audit.ts';
import {csv} from './tables/csv.ts';
import {entraAudit} from './cloud/entra-audit.ts';
import {entraSignIns} from './cloud/entra-sign-ins.ts';
import {containerLog} from './containers/container-log.ts';
import {javaUtilLogging} from './programs/java-util-logging.ts';
import {journaldVerbose} from './journald/journald-verbose.ts';
import {mysqlSlow} from './programs/mysql-slow.ts';
import {nagios} from './programs/nagios.ts';
import {panOs} from './network/pan-os.ts';
import {squidAccess} from './web/squid-access.ts';
import {dockerLog} from './containers/docker-log.ts';
import {exportedCsv} from './ledgerline/exported-csv.ts';
import {exportedJson} from './ledgerline/exported-json.ts';
import type {Format} from './format.ts';
import {gatewayAccess} from './web/gateway-access.ts';
import {journaldExport} from './journald/journald-export.ts';
import {journald} from './journald/journald.ts';
import {jsonLines} from './json/json-lines.ts';
import {kubernetesAudit} from './cloud/kubernetes-audit.ts';
import {laurel} from './auditd/laurel.ts';
import {leef} from './alerts/leef.ts';
import {log4j} from './programs/log4j.ts';
import {logfmt} from './programs/logfmt.ts';
import {microsoft365} from './cloud/microsoft-365.ts';
import {notes} from './ledgerline/notes.ts';
import {plainText} from './programs/plain-text.ts';
import {sensorTimeline} from './appliance/sensor-timeline.ts';
import {sentinelEvents} from './cloud/sentinel-events.ts';
import {sudoJson} from './programs/sudo-json.ts';
import {postgresCsv} from './tables/postgres-csv.ts';
import {suricataEve} from './network/suricata-eve.ts';
import {syslog} from './syslog/syslog.ts';
import {w3cExtended} from './tables/w3c-extended.ts';
import {webAccessJson} from './web/web-access-json.ts';
import {webAccess} from './web/web-access.ts';
import {webError} from './web/web-error.ts';
import {windowsEventXml} from './windows/windows-event-xml.ts';
import {windowsEvents} from './windows/windows-events.ts';
import {zeekJson} from './network/zeek-json.ts';
import {zeek} from './network/zeek.ts';

/**
All formats. A row's number is the format's code in events. For every line the format that leads in its generation is asked first, then the
others in this order, those that take anything of one shape last; the last row takes every line.
*/
export const formats: readonly Format[] = [
	consoleAudit,
	sensorTimeline,
	entraAudit,
	entraSignIns,
	azureContainerLog,
	azureActivity,
	microsoft365,
	sentinelEvents,
	azureTables,
	awsCloudtrail,
	kubernetesAudit,
	laurel,
	sudoJson,
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
	gatewayAccess,
	webError,
	squidAccess,
	nagios,
	mysqlSlow,
	aptHistory,
	zeek,
	w3cExtended,
	postgresCsv,
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
