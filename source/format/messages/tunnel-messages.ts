import {afterSpaces, ascii, bytesOf, isDigit, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {type MessageRow, openMessages as open} from './known-messages.ts';

const openvpnPeer = '{sourceAddress...}:{sourcePort:word} ';

const openvpn: readonly MessageRow[] = [
	{pattern: 'user \'{user...}\' authenticated', action: 'authenticated'},
	{pattern: 'user \'{user...}\' could not authenticate{tail}', action: 'login-failed'},
	{pattern: openvpnPeer + '[{user...}] Peer Connection Initiated with {tail}', action: 'login'},
	{pattern: openvpnPeer + 'TLS: Username/Password authentication succeeded for username \'{user...}\'{tail}', action: 'authenticated'},
	{pattern: openvpnPeer + 'TLS Auth Error: {reason}', action: 'login-failed'},
	{pattern: openvpnPeer + 'SENT CONTROL [{user...}]: \'AUTH_FAILED{reason}\' (status=1)', action: 'login-failed'},
	{pattern: openvpnPeer + 'VERIFY ERROR: {reason}', action: 'login-failed'},
	{pattern: '{user...}/' + openvpnPeer + 'SIGTERM{tail}', action: 'logout'},
	// What its module for LDAP says
	{pattern: 'Incorrect password supplied for LDAP DN "{user...}"{tail}', action: 'login-failed'},
	{pattern: 'LDAP bind failed: {reason}', action: 'login-failed'},
];

/** What OpenVPN says of its peers, in syslog and in its own log, where no program is named. */
export const tunnelMessages = open(openvpn);

const micros = bytesOf('us=');

/** Where the peer stands with whom such a message begins, `198.51.100.7:51234` or `ann/198.51.100.7:51234`, behind what OpenVPN's own log has of the second; -1 where none does. */
export function startOfPeer(bytes: Uint8Array, start: number, end: number): number {
	const from = isWordAt(bytes, start, end, micros) ? afterSpaces(bytes, wordEnd(bytes, start, end), end) : start;
	const to = wordEnd(bytes, from, end);
	const colon = isDigit(bytes[to - 1]) ? nextByte(bytes, ascii.colon, from, to) : -1;
	return colon > from && nextByte(bytes, ascii.dot, from, colon) > 0 ? from : -1;
}
