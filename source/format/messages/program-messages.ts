import {ascii, isDigit} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';
import {accountPrograms} from './account-messages.ts';
import {appliancePrograms} from './appliance-messages.ts';
import {ciscoMessages} from './cisco-messages.ts';
import {comwareMessages} from './comware-messages.ts';
import {databasePrograms} from './database-messages.ts';
import {gatewayPrograms} from './gateway-messages.ts';
import {juniperPrograms} from './juniper-messages.ts';
import type {KnownMessages} from './known-messages.ts';
import {loggedPrograms} from './logged-messages.ts';
import {mailPrograms} from './mail-messages.ts';
import {networkPrograms} from './network-messages.ts';
import {remotePrograms} from './remote-messages.ts';
import {sessionPrograms} from './session-messages.ts';
import {softwarePrograms} from './software-messages.ts';
import {sshPrograms} from './ssh-messages.ts';
import {telephonyPrograms} from './telephony-messages.ts';
import {guardPrograms} from './web-application-messages.ts';

const programs = new WordTable<KnownMessages>([...sshPrograms, ...sessionPrograms, ...accountPrograms, ...mailPrograms, ...remotePrograms, ...databasePrograms, ...loggedPrograms, ...networkPrograms, ...telephonyPrograms, ...guardPrograms, ...appliancePrograms, ...gatewayPrograms, ...juniperPrograms, ...softwarePrograms]);
const numbered = new WordTable<KnownMessages>(ciscoMessages);
const ofComware = new WordTable<KnownMessages>(comwareMessages);

/** The messages that are known of the program whose name lies there: a word, or a tag such as `%ASA-6-302013` or `%%01SHELL/5/LOGIN` whose last part says which message it is. */
export function messagesOfProgram(bytes: Uint8Array, start: number, end: number): KnownMessages | undefined {
	if (bytes[start] === ascii.percent && bytes[start + 1] !== ascii.percent) {
		return numbered.find(bytes, behindLast(bytes, ascii.minus, start, end), end);
	}

	const nameEnd = endOfName(bytes, start, end);
	const nameStart = behindLast(bytes, ascii.slash, start, nameEnd);
	return (isMnemonic(bytes, start, nameStart) ? ofComware : programs).find(bytes, nameStart, nameEnd);
}

/** `SHELL/5/LOGIN`: whether a severity stands right before the last part. */
const isMnemonic = (bytes: Uint8Array, start: number, at: number): boolean => at > start + 3 && bytes[at - 3] === ascii.slash && isDigit(bytes[at - 2]);

/** Of a suite the last part names the program: `postfix/submission/smtpd`. */
function behindLast(bytes: Uint8Array, mark: number, start: number, end: number): number {
	let at = end;
	while (at > start && bytes[at - 1] !== mark) {
		at--;
	}

	return at;
}

/** polkit writes `polkitd(authority=local)`. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (at === start || bytes[at] !== ascii.openParenthesis)) {
		at++;
	}

	return at;
}
