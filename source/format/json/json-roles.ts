import type {Field} from '../../domain/field.ts';
import {type JsonPaths, jsonPaths} from './json-lookup.ts';

const pathsOf = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => line.split(', '));

/** Paths under which loggers write one thing, the most telling first. */
const rolePaths = {
	time: pathsOf(
		'timestamp, @timestamp, time, ts, datetime, date, eventTime, createdDateTime, creationTime, t, t > $date, @t, asctime, timeMillis',
		'instant > epochSecond, requestReceivedTimestamp, stageTimestamp, TimeCreated, SystemTime, event_time, eventTimestamp, start_time',
		'published',
	),
	/** Nanoseconds within the second that `time` names. */
	nanos: pathsOf('instant > nanoOfSecond'),
	severity: pathsOf('severity, level, lvl, log.level, log > level, loglevel, log_level, levelname, priority, @l, s, error_severity, severityText, @fields > lvl, @fields > level'),
	/** What happened, in the logger's own word. */
	type: pathsOf('eventName, event_type, eventType, event > action, event.action, request > operation, protoPayload > methodName, verb, atype, action, operation, EventID, type'),
	user: pathsOf(
		'user, username, user_name, user.name, user > name, user > username, actor, owner, principal, account, _user, _username',
		'auth > display_name, userIdentity > userName, attr > principalName, attr > user, actor > alternateId, Properties > User',
		'ExtraEventData > SubjectUserName, EventData > SubjectUserName, userId',
	),
	host: pathsOf('host, hostname, host.name, host > name, host > hostname, computer, machine, kubernetes > host, agent > name'),
	message: pathsOf(
		'message, msg, content, text, event, short_message, fields > message, jsonPayload > message, textPayload, @m, @mt, RenderedMessage',
		'MessageTemplate, log, description, title, eventName, body, @message, @fields > msg',
	),
	/** Who wrote the message. */
	program: pathsOf('ident, process, program, appname, app_name, SYSLOG_IDENTIFIER, syslog_identifier, process > name, syslog > identifier, tag, app'),
	device: pathsOf(
		'device, src_ip, srcip, remoteaddr, remoteaddress, remoteip, clientaddress, client_address, peer_address, source_ip, sourceAddress, client_ip, clientip, remote_addr, remote_ip, request_ip, ip_address, ipAddress, remote, addr, ip, sourceIPAddress, sourceIPs',
		'source > ip, client > ip, request > remote_address, attr > remote, dst_ip, dstip, dest_ip, destination_ip, destination > ip',
	),
} as const;

export type JsonRole = keyof typeof rolePaths;

/** The same, ready to be looked up. */
export const lookedUp = Object.fromEntries(Object.entries(rolePaths).map(([role, paths]) => [role, jsonPaths(...paths)])) as Readonly<Record<JsonRole, JsonPaths>>;

/** The first of a record's fields that plays the role. Names of fields are paths joined by dots. */
export function fieldOfRole(fields: readonly Field[], role: JsonRole): Field | undefined {
	for (const path of rolePaths[role]) {
		const name = path.replaceAll(' > ', '.').toLowerCase();
		const found = fields.find(field => field.value !== '' && field.name.toLowerCase() === name);
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
}
