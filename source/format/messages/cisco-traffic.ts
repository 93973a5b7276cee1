import type {CiscoRow} from './cisco-people.ts';
import type {MessageRow} from './known-messages.ts';

/** What Cisco's devices tell of connections and packets. Of an outbound connection the far end comes first. */
const denied = {action: 'connection', result: 'failure'} as const;
const passed = {action: 'connection', result: 'success'} as const;
const raised = {action: 'alert-raised'} as const;

const built = '{protocol:word} connection {connection:word} for';
const source = '{tail}:{sourceAddress}/{sourcePort}';
const target = '{tail}:{targetAddress}/{targetPort}';
const ends = '{sourceAddress:word} to {targetAddress:word}';
const endsWithPorts = '{sourceAddress}/{sourcePort:word} to {targetAddress}/{targetPort:word}';
const toInterface = '{sourceAddress}/{sourcePort:word} to {tail}:{targetAddress}/{targetPort:word}{tail}';
const addresses = 'src {tail}:{sourceAddress:word} dst {tail}:{targetAddress:word}';

/** A rule's name, what it did, and to what; with ports only where the protocol has them. IOS XE names the part of it that speaks first, and may put a hardware address before the other. */
const listed: readonly MessageRow[] = ['list ', 'access-list ', '{tail:word} fman_fp_image: list '].flatMap(head => [
	{pattern: head + '{rule:word} {verdict:word} {protocol:word} {sourceMac:word} {sourceAddress:address}({sourcePort}){tail}-> {targetAddress}({targetPort}){tail}', action: 'connection'},
	{pattern: head + '{rule:word} {verdict:word} {protocol:word} {sourceAddress}({sourcePort}){tail}-> {targetAddress}({targetPort}){tail}', action: 'connection'},
	{pattern: head + '{rule:word} {verdict:word} {protocol:word} {sourceAddress:word} -> {targetAddress:name}{tail}', action: 'connection'},
	{pattern: head + '{rule:word} {verdict:word} {sourceAddress:word} {tail}', action: 'connection'},
] as const);

/** IOS' firewall, whose ends stand in brackets; IOS XE says it under the name of its platform. */
const audited: readonly MessageRow[] = [{pattern: '{tail}initiator ({sourceAddress}) {tail}-- responder ({targetAddress}){tail}', action: 'connection'}];

const changed: readonly MessageRow[] = [
	{pattern: 'Interface {interface}, changed state to {state}', action: 'network-event'},
	{pattern: 'Line protocol on Interface {interface}, changed state to {state}', action: 'network-event'},
	{pattern: 'Line Protocol on Interface {interface}, changed state to {state}', action: 'network-event'},
];

export const ciscoTraffic: readonly CiscoRow[] = [
	['302013 302015', [
		{pattern: 'Built outbound ' + built + ' ' + target + ' ({tail}) to ' + source + ' ({tail}', ...passed},
		{pattern: 'Built inbound ' + built + ' ' + source + ' ({tail}) to ' + target + ' ({tail}', ...passed},
	]],
	['302014 302016', [{pattern: 'Teardown ' + built + ' ' + source + ' to ' + target + ' duration {duration:word} bytes {bytes:word}{tail}'}]],
	['302020', [
		{pattern: 'Built outbound {protocol:word} connection for faddr {targetAddress}/{tail} laddr {sourceAddress}/{tail}', ...passed},
		{pattern: 'Built inbound {protocol:word} connection for faddr {sourceAddress}/{tail} laddr {targetAddress}/{tail}', ...passed},
	]],
	['302022 302024', [{pattern: 'Built {tail:word} stub {protocol:word} connection for ' + source + ' ({tail}) to ' + target + ' ({tail}', ...passed}]],
	['302023 302025', [{pattern: 'Teardown stub {protocol:word} connection for ' + source + ' to ' + target + ' duration {duration:word} forwarded bytes {bytes:word}{tail}'}]],
	['805001', [{pattern: 'Offloaded {protocol:word} Flow for connection {connection:word} from ' + source + ' ({tail}) to ' + target + ' ({tail}', action: 'network-event'}]],
	['805002', [{pattern: '{protocol:word} Flow is no longer offloaded for connection {connection:word} from ' + source + ' ({tail}) to ' + target + ' ({tail}', action: 'network-event'}]],
	['507003', [{pattern: '{protocol:word} flow from ' + source + ' to ' + target + ' terminated by inspection engine, reason - {reason}', ...denied}]],
	['302021', [{pattern: 'Teardown {protocol:word} connection for faddr {targetAddress}/{tail} laddr {sourceAddress}/{tail}'}]],
	['106001', [{pattern: 'Inbound {protocol:word} connection denied from ' + endsWithPorts + '{tail}', ...denied}]],
	['106006 106007', [{pattern: 'Deny inbound {protocol:word} from ' + endsWithPorts + '{tail}', ...denied}]],
	['106010 106014', [
		{pattern: 'Deny inbound {protocol} src ' + source + ' dst {tail}:{targetAddress}/{targetPort:word}{tail}', ...denied},
		{pattern: 'Deny inbound {protocol} src {tail}:{sourceAddress:word} dst {tail}:{targetAddress}(type {tail}', ...denied},
		{pattern: 'Deny inbound {protocol} ' + addresses + '{tail}', ...denied},
	]],
	['106012', [{pattern: 'Deny {protocol:word} from {sourceAddress:word} to {targetAddress}, IP options: {reason}', ...denied}]],
	['106015', [{pattern: 'Deny {protocol:word} (no connection) from ' + endsWithPorts + '{tail}', ...denied}]],
	['106016', [{pattern: 'Deny IP spoof from ({sourceAddress}) to {targetAddress:word}{tail}', ...denied}]],
	['106017', [{pattern: 'Deny IP due to Land Attack from ' + ends + '{tail}', ...denied}]],
	['106021', [{pattern: 'Deny {protocol:word} reverse path check from ' + ends + '{tail}', ...denied}]],
	['106022', [{pattern: 'Deny {protocol:word} connection spoof from ' + ends + '{tail}', ...denied}]],
	['106023', [
		// Behind the ends there may be who it is, and a name.
		{pattern: 'Deny {protocol} src ' + source + '({user}) dst {tail}:{targetAddress}/{targetPort} by access-group "{rule}"{tail}', ...denied},
		{pattern: 'Deny {protocol} src ' + source + ' dst {tail}:{targetAddress}/{targetPort}({targetHost}) by access-group "{rule}"{tail}', ...denied},
		{pattern: 'Deny {protocol} src ' + source + ' dst {tail}:{targetAddress}/{targetPort:word} by access-group "{rule}"{tail}', ...denied},
		{pattern: 'Deny {protocol} ' + addresses + ' {tail}', ...denied},
	]],
	['106100 106102 106103', [{pattern: 'access-list {rule:word} {verdict:word} {protocol:word} {tail}/{sourceAddress}({sourcePort}){tail}-> {tail}/{targetAddress}({targetPort}){tail}', action: 'connection'}]],
	['710002', [{pattern: '{protocol:word} access permitted from ' + toInterface, ...passed}]],
	['710003', [
		{pattern: '{protocol:word} access denied by ACL from ' + toInterface, ...denied},
		{pattern: '{protocol:word} access denied from ' + toInterface, ...denied},
	]],
	['710004', [{pattern: '{protocol:word} connection limit exceeded from ' + toInterface, ...denied}]],
	['421001', [{pattern: '{protocol:word} flow from ' + source + ' to {tail}:{targetAddress}/{targetPort:word} is dropped{reason}', ...denied}]],
	['202010', [{pattern: '{tail}Unable to create {protocol:word} connection from ' + source + ' to ' + target, ...denied}]],
	['410001', [{pattern: 'Dropped {protocol:word} DNS {tail:word} from ' + source + ' to ' + target + '; {reason}', ...denied}]],
	['405001', [{pattern: 'Received ARP {tail:word} collision from {sourceAddress}/{sourceMac:word} on interface {interface:word} with {tail}', ...raised}]],
	['405003', [{pattern: 'IP address collision detected between host {sourceAddress:word} at {sourceMac:word} and interface {interface}, {tail}', ...raised}]],
	['710005', [{pattern: '{protocol:word} request discarded from ' + toInterface, ...denied}]],
	['313001 313008', [{pattern: 'Denied {protocol:word} type={tail}, code={tail} from {sourceAddress:word} on interface {tail}', ...denied}]],
	['313004', [{pattern: 'Denied {protocol:word} type={tail}, from laddr {sourceAddress:word} on interface {tail:word} to {targetAddress}: {reason}', ...denied}]],
	['313005', [
		{pattern: 'No matching connection for ICMP error message: {protocol:word} src {tail}:{sourceAddress}({user}) dst {tail}:{targetAddress:word} {tail}', ...denied},
		{pattern: 'No matching connection for ICMP error message: {protocol:word} ' + addresses + ' {tail}', ...denied},
	]],
	['305006', [
		{pattern: '{tail} translation creation failed for {protocol} src ' + source + ' dst {tail}:{targetAddress}/{targetPort:word}{tail}', ...denied},
		{pattern: '{tail} translation creation failed for {protocol} ' + addresses + '{tail}', ...denied},
	]],
	['401004', [{pattern: 'Shunned packet: {sourceAddress:word} ==> {targetAddress:word} on interface {tail}', ...denied}]],
	['407002', [{pattern: 'Embryonic limit {tail} exceeded {tail:word} {sourceAddress}/{sourcePort:word} to {targetAddress}({tail})/{targetPort:word}{tail}', ...denied}]],
	['420002 420003', ['drop', 'reset'].map((verb): MessageRow => ({pattern: 'IPS requested to ' + verb + ' {protocol:word} packet from ' + source + ' to ' + target, ...denied}))],
	['434002', [{pattern: 'SFR requested to drop {protocol:word} packet from ' + source + ' to ' + target, ...denied}]],
	['500004', [{pattern: 'Invalid transport field for protocol={protocol}, from ' + endsWithPorts, ...denied}]],
	['209003', [{pattern: 'Fragment database limit of {tail:word} exceeded: src = {sourceAddress}, dest = {targetAddress}, proto = {protocol}, id = {tail}', ...denied}]],
	['209005', [{pattern: 'Discard IP fragment set with more than {tail:word} elements: src = {sourceAddress}, dest = {targetAddress}, proto = {protocol}, id = {tail}', ...denied}]],
	['304001', [{pattern: '{sourceAddress}({user...}) Accessed URL {targetAddress}:{url}', action: 'http-request'}, {pattern: '{sourceAddress:word} Accessed URL {targetAddress}:{url}', action: 'http-request'}]],
	['304002', [{pattern: 'Access denied URL {url:word} SRC {sourceAddress:word} DEST {targetAddress:word}{tail}', action: 'http-request', result: 'failure'}]],
	['338001 338002 338003 338004 338005 338006 338007 338008 338201 338202 338203 338204', [{pattern: 'Dynamic Filter {verdict:word} {reason:word} {protocol:word} traffic from ' + source + ' ({tail}) to ' + target + ' ({tail}', ...raised}]],
	['733100', [{pattern: '{reason} exceeded. {tail}', ...raised}]],
	['733101', [{pattern: '{tail:word} {sourceAddress:word} is attacking. {tail}', ...raised}, {pattern: '{tail:word} {targetAddress:word} is targeted. {tail}', ...raised}]],
	['733102', [{pattern: 'Threat-detection adds host {sourceAddress:word} to shun list', ...raised}]],
	[Array.from({length: 52}, (_, index) => `4000${String(index).padStart(2, '0')}`).join(' '), [{pattern: '{tail}:{rule:word} {reason} from {sourceAddress:word} to {targetAddress:word} on interface {tail}', ...raised}]],
	['SIGNATURE', [{pattern: 'Sig:{rule:word} Subsig:{tail:word} Sev:{tail:word} {reason...} [{sourceAddress}:{sourcePort:word} -> {targetAddress}:{targetPort}]', ...raised}]],
	['IPACCESSLOGP IPV6ACCESSLOGP IPV6ACCESSLOGDP IPV6ACCESSLOGSP IPACCESSLOGDP IPACCESSLOGRP IPACCESSLOGSP IPACCESSLOGNP IPACCESSLOGS ACCESSLOGP ACCESSLOGDP ACCESSLOGSP ACCESSLOGNP', listed],
	['DHCP_SNOOPING_DENY', [{pattern: '{repeated:word} Invalid ARPs ({tail}) on {interface}, vlan {vlan}.([{sourceMac}/{sourceAddress}/{targetMac}/{targetAddress}/{tail}', ...denied}]],
	['PSECURE_VIOLATION', [
		{pattern: 'Security violation occurred, caused by MAC address {sourceMac:word} on port {interface:name}{tail}', ...raised},
		{pattern: 'Security violation occurred caused by MAC {sourceMac:word} on port {interface:name}{tail}', ...raised},
	]],
	['430001 430005', [{pattern: '{pairs}', ...raised}]],
	['430002 430003', [{pattern: '{pairs}', action: 'connection'}]],
	['430004', [{pattern: '{pairs}', action: 'file-transferred'}]],
	['DROP_PKT PLATFORM', [{pattern: '{tail}Dropping {protocol:word} pkt from {interface:word} {sourceAddress:word} => {targetAddress}({reason}', ...denied}, ...audited]],
	['SESS_AUDIT_TRAIL SESS_AUDIT_TRAIL_START', audited],
	['UPDOWN', changed],
	['IF_UP IF_ADMIN_UP', [{pattern: 'Interface {interface:word} is {tail}', action: 'network-event'}]],
	['IF_DOWN_ADMIN_DOWN IF_DOWN_LINK_FAILURE IF_DOWN_NONE IF_DOWN_PORT_CHANNEL_MEMBERS_DOWN IF_DOWN_ERROR_DISABLED IF_DOWN_CFG_CHANGE', [{pattern: 'Interface {interface:word} is down {tail}({reason})', action: 'network-event'}]],
	['MACFLAP_NOTIF', [{pattern: 'Host {sourceMac:word} in vlan {vlan:word} is flapping between {tail}', action: 'network-event'}]],
	['L2FM_MAC_MOVE L2FM_MAC_MOVE2', [{pattern: 'Mac {sourceMac:word} in vlan {vlan:word} has moved from {tail}', action: 'network-event'}]],
];
