import {type CiscoRow, ciscoPeople} from './cisco-people.ts';
import {ciscoTraffic} from './cisco-traffic.ts';
import {type KnownMessages, openMessages} from './known-messages.ts';

/** What Cisco's firewalls, switches and routers write, by the last part of a tag such as `%ASA-6-302013`: Cisco's lists of syslog messages number or name them. */
const rows: readonly CiscoRow[] = [...ciscoTraffic, ...ciscoPeople];

export const ciscoMessages: ReadonlyArray<readonly [message: string, messages: KnownMessages]> = rows.flatMap(([messages, patterns]) => {
	const known = openMessages(patterns);
	return messages.split(' ').map(message => [message, known] as const);
});
