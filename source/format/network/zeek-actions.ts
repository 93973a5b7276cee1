import type {ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {WordTable} from '../bytes/word-table.ts';

/** What Zeek's logs tell of, by the name of the log (docs.zeek.org, "Log files"); the others tell of the network. */
const actionsByPath: ReadonlyArray<readonly [action: ActionId, paths: readonly string[]]> = [
	['connection', ['conn']],
	['http-request', ['http']],
	['remote-access', ['ssh', 'rdp', 'rfb', 'socks']],
	['network-login', ['ntlm', 'kerberos', 'radius', 'ldap']],
	['file-transferred', ['files', 'ftp', 'smb_files', 'tftp']],
	['alert-raised', ['notice', 'notice_alarm', 'intel', 'signatures']],
	['device-updated', ['dhcp', 'software']],
	['device-detected', ['known_hosts', 'known_devices']],
];

const rows = actionsByPath.flatMap(([action, paths]) => paths.map(path => [path, codesOf(action)] as const));
const known = new Map(rows);
const knownWords = new WordTable(rows);
const other = codesOf('network-event');
const login = codesOf('network-login');
const failedLogin = codesOf('network-login-failed');

export const codesOfPath = (path: string): Codes => known.get(path) ?? other;

/** The same of a path that lies in a record. */
export const codesOfPathIn = (bytes: Uint8Array, start: number, end: number): Codes => knownWords.find(bytes, start, end) ?? other;

/** The same, where it is known how it ended. */
export const codesWithResult = (codes: Codes, result: number): Codes => codes.action === login.action && result === resultCode.failure ? failedLogin : codes;
