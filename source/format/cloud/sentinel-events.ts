import {codesOf} from '../vocabulary/action-codes.ts';
import {codesOfName} from '../alerts/alert-actions.ts';
import {alertSeverity} from '../alerts/alert-fields.ts';
import {jsonPaths} from '../json/json-lookup.ts';
import {mappedFormat} from '../json/mapped-format.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';

const named = jsonPaths('Activity', 'EventVendor');
const raised = codesOf('alert-raised');

/**
What sensors and firewalls sent to Microsoft Sentinel, exported from its tables: CommonSecurityLog, whose columns are those of CEF, and the normalized
schema (ASIM). The device's own time counts: the table's is when the record came in.
*/
export const sentinelEvents = mappedFormat({
	name: 'sentinel-events',
	title: 'Microsoft Sentinel (CommonSecurityLog, ASIM)',
	members: [['DeviceVendor', 'DeviceProduct', 'Activity'], ['EventVendor', 'EventProduct', 'EventType']],
	// Rows without a name are read as those of a table are: by what the device says.
	isOwn: lookup => lookup.find(named),
	time: jsonPaths('EventStartTime', 'EventStartTime [UTC]', 'ReceiptTime', 'StartTime', 'StartTime [UTC]', 'TimeGenerated', 'TimeGenerated [UTC]'),
	user: jsonPaths('SourceUserName', 'ActorUsername', 'SrcUsername', 'DestinationUserName'),
	userOfLogin: jsonPaths('SourceUserName', 'DestinationUserName', 'TargetUsername', 'ActorUsername', 'SrcUsername'),
	host: jsonPaths('DeviceName', 'DvcHostname', 'Computer', 'DeviceAddress', 'DvcIpAddr'),
	devices: jsonPaths('SourceIP', 'SrcIpAddr', 'SourceMACAddress', 'SrcMacAddr', 'DestinationIP', 'DstIpAddr', 'DestinationMACAddress', 'DstMacAddr', 'Message', 'EventMessage'),
	severity: jsonPaths('LogSeverity', 'EventSeverity'),
	result: jsonPaths('EventResult', 'EventOutcome', 'DeviceAction', 'DvcAction', 'SimplifiedDeviceAction'),
	action: jsonPaths('Activity', 'EventType'),
	type: jsonPaths('Activity', 'EventSubType', 'EventType'),
	severityOf: alertSeverity,
	resultOf: resultOfWord,
	codesOf: (bytes, start, end, result) => codesOfName(bytes, start, end, result) ?? raised,
	defaultCategory: 'alert',
	message: ['Message', 'EventMessage', 'Activity', 'EventSubType', 'EventType'],
	fieldNames: [
		['Activity', 'sourceAction'],
		['EventSubType', 'sourceAction'],
		['SourceIP', 'sourceAddress'],
		['SrcIpAddr', 'sourceAddress'],
		['SourcePort', 'sourcePort'],
		['SrcPortNumber', 'sourcePort'],
		['SourceMACAddress', 'sourceMac'],
		['SrcMacAddr', 'sourceMac'],
		['SourceHostName', 'sourceHost'],
		['SrcHostname', 'sourceHost'],
		['DestinationIP', 'targetAddress'],
		['DstIpAddr', 'targetAddress'],
		['DestinationPort', 'targetPort'],
		['DstPortNumber', 'targetPort'],
		['DestinationMACAddress', 'targetMac'],
		['DstMacAddr', 'targetMac'],
		['DestinationHostName', 'targetHost'],
		['DstHostname', 'targetHost'],
		['SourceUserName', 'user'],
		['ActorUsername', 'user'],
		['SrcUsername', 'user'],
		['DestinationUserName', 'targetUser'],
		['TargetUsername', 'targetUser'],
		['DeviceEventClassID', 'signatureId'],
		['EventResult', 'status'],
	],
});
