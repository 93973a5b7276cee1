import type {Field} from '../../domain/field.ts';
import {type JsonPaths, jsonPaths} from './json-lookup.ts';

const pathsOf = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => line.split(', '));

/** Objects in which loggers put what belongs to a message, apart from what they write themselves. */
const bags = pathsOf('fields, jsonPayload, httpRequest, attr, attributes, context, extra, meta, metadata, data, details, properties, params, req, request, extraEventData');

const inBags = (...lines: readonly string[]): readonly string[] => bags.flatMap(bag => pathsOf(...lines).map(name => `${bag} > ${name}`));

/** Paths under which loggers write one thing, the most telling first. */
const rolePaths = {
	time: pathsOf(
		'isotimestamp, timestamp, @timestamp, time, ts, datetime, date, eventTime, createdDateTime, creationTime, t, t > $date, @t, asctime, timeMillis',
		'instant > epochSecond, requestReceivedTimestamp, stageTimestamp, TimeCreated, SystemTime, event_time, eventTimestamp, start_time',
		'published, ts > $date, event > created, date_create, id > time, TimeGenerated, TimeGenerated [UTC]',
	),
	/** Where none of the record's own members is one. */
	innerTime: [...inBags('timestamp, time, date, @timestamp, ts, created_at, createdAt, datetime'), 'alert_info > detected_time'],
	/** What only an alert has: Claroty's and others' names, Darktrace's and Nozomi's own members. */
	alert: pathsOf('alert_name, alertName, alert_info > alert_name, breachUrl, is_incident'),
	/** Which kind of alert, by the maker's code. */
	alertKind: pathsOf('type_id'),
	/** Nanoseconds within the second that `time` names. */
	nanos: pathsOf('instant > nanoOfSecond'),
	severity: pathsOf('severity, level, lvl, log.level, log > level, loglevel, log_level, levelname, priority, @l, s, error_severity, severityText, severity_text, @fields > lvl, @fields > level, l, riskLevel'),
	/** What happened, in the logger's own word. */
	type: pathsOf('events > name, eventName, event_type, eventType, event > action, event.action, request > operation, protoPayload > methodName, verb, atype, action, operation, type, actionId, riskEventType, provisioningAction, cef > name, syslog > audit_record > Action, alert_name, alertName, alert_info > alert_name'),
	/** Windows numbers what happened; others write there which record it is. */
	eventNumber: pathsOf('EventID'),
	/** How it ended. A word for what was done says that too, where it is `denied`. */
	result: pathsOf(
		'event > outcome, event.outcome, outcome > result, outcome, result, success, status, action_result, actionResult, resultType, provisioningStatusInfo > status, event > action, event.action, action',
		...inBags('outcome, result, success, status'),
	),
	user: pathsOf(
		// Of several people, one of whom acted, that one is meant.
		'actor, actor > alternateId, actor > login, actor > user > email, actor > email, actor > name, actor > username, actor > displayName, actor_details > email, actor_details > name, protoPayload > authenticationInfo > principalEmail, initiator',
		'user, username, user_name, user.name, user > name, user > username, source > user > name, source_username, performed_by > username, performed_by, loginName, author_name, owner, principal, account, _user, _username',
		'auth > display_name, userIdentity > userName, attr > principalName, attr > user, Properties > User',
		'cef > extensions > sourceUserName, syslog > audit_record > Issuer, ExtraEventData > SubjectUserName, EventData > SubjectUserName, userId',
		'user > email, user > login, user > id, user.email, user.id, login, user_email, userEmail, user_id',
		'users > user, email, actorUPN, userPrincipalName, relatedUser > userName, accountUpn, accountName',
		...inBags('user, username, user_name, user.name, userName, user > name, user > email, principal, account, login'),
	),
	/** Whom a record of somebody who signs in or out is about; of any other record, to whom it was done. */
	subject: pathsOf('param > user'),
	host: pathsOf(
		'host, hostname, host.name, host > name, host > hostname, computer, machine, kubernetes > host, agent > name',
		'host.hostname, host_name, machineName, computerName, computer_name, node.name, nodename, node_name, observer > hostname, observer > name, agent > hostname, resource > host.name, kubernetes > node > name',
		'properties > machineName, appliance_host',
	),
	message: pathsOf(
		'message, msg, content, text, event, short_message, fields > message, jsonPayload > message, textPayload, @m, @mt, RenderedMessage',
		'MessageTemplate, log, description, title, eventName, body, @message, @fields > msg, displayMessage, details, m, alert_info > description, alert_name, alertName',
	),
	/** Who wrote the message. */
	program: pathsOf('ident, process, program, appname, app_name, SYSLOG_IDENTIFIER, syslog_identifier, process > name, syslog > identifier, tag, app'),
	device: pathsOf(
		'device, src_ip, srcip, remoteaddr, remoteaddress, remoteip, clientaddress, client_address, peer_address, source_ip, sourceAddress, client_ip, clientip, remote_addr, remote_ip, request_ip, ip_address, ipAddress, remote, addr, ip, sourceIPAddress, sourceIPs',
		'source > ip, client > ip, request > remote_address, attr > remote, dst_ip, dstip, dest_ip, destination_ip, destination > ip',
		'ip_src, ip_dst, mac_src, mac_dst, ip_list, mac_list, performed_by > public_ip, performed_by > private_ip',
		'client > ipAddress, client > ip_address, client > address, source > address, network > client > ip, remote_host, remote-addr, peer, peer_ip, peer.address, src_addr, source_address, client-ip, _client_ip, user_ip, actor_ip, caller_ip, callerIpAddress, protoPayload > requestMetadata > callerIp, access_device > ip, session > ip, context > client_ip_address',
		'source.ip, source.address, client.ip, client.address, origin.address, net.peer.ip, http.client_ip, destination.ip, destination.address, dst_addr, destinationAddress, destinationIp, server.address',
		...inBags('ip, clientIp, client_ip, client, remote, remoteAddress, remote_addr, remoteIp, remote_ip, ipAddress, ip_address, peer, source_ip, src_ip, client.address, client.ip, source.ip'),
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
