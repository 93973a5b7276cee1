import {type PairKeys, pairKeys} from '../bytes/pair-list.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Names as makers write them: `src ip` is `srcip`, `src_ip`, `src-ip` or `src.ip`. Capitals do not matter. */
const spelled = (...lines: readonly string[]): PairKeys =>
	pairKeys(...lines.flatMap(line => line.split(', ')).flatMap(words => words.includes(' ') ? ['', '_', '-', '.'].map(joint => words.split(' ').join(joint)) : [words]));

/** What pairs of all makers tell, the most telling names first. Names that may mean anything (`name`, `id`, `type`) tell nothing. */
export const roleKeys = {
	user: spelled(
		// Where an administrator is named, others are those whom it was done to.
		'admin name, admin user, administrator',
		'user, user name, usr, usr name, src user, source user, src user name, source user name, suser, login user, login name, ad user, auth user, account name, remote user, vpn user',
		'operator, identity, actor, account, admin',
		// of Fortinet's tunnels, whose `user` is N/A while they are set up
		'xauthuser, eapuser',
	),
	source: spelled(
		'src, src ip, source ip, source address, src addr, src address, source ip address, src ip address, saddr, sip, client ip, client addr, client address, client ip address, ip client, remote ip, remote addr, remote address, remip',
		'user address, user ip, login ip, admin ip address, peer ip, peer address, initiator ip, attacker ip, framed ip address, source, client, remote host, rhost',
	),
	target: spelled(
		'dst, dst ip, dest ip, destination ip, destination address, dst addr, dst address, dest address, destination ip address, dst ip address, dest ip address, daddr, dip, responder ip, target ip, server ip, destination',
	),
	/** An address of which only the rest of the record tells whose it is: of one who is named it is his. */
	address: spelled('ip, ip address, ip addr'),
	verdict: spelled(
		'outcome, result, action, act, status, disposition, verdict, decision, fw action, rule action, policy action, access control rule action, inline result, log subtype, event result, event outcome, auth result, login result',
	),
	deed: spelled('event, event name, action, act, activity, operation, event type, type, subtype, log subtype, name'),
	text: spelled('msg, message, text, description, log desc, operation message text, event message'),
	/** In words: numbers count up in one system and down in another. */
	severity: spelled('severity, level, priority, sev'),
	threat: spelled('attack, attack name, threat, threat name, virus, virus name, malware, malware name, signature name, sig name, exploit'),
} as const;

/** What stands in the place of somebody or something where there is none. */
export const nobody = new WordTable<true>(
	['-', '--', 'n/a', 'na', 'none', 'null', '(null)', 'nil', 'unknown', '<unknown>', '(unknown)', 'unknown (sso failed)', 'undefined', 'anonymous user', 'no authentication required', 'no authentication', 'not found', '0', 'true', 'false', 'yes', 'no', '*'].map(word => [word, true]),
);
