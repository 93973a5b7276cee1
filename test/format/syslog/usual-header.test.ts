import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect, hintsAt, sampleTimeMs, tellEvent} from '../collected-events.ts';

/** What stands where a host may, and what where a tag may. */
const hosts = 'gate-1 / gate-1.plant.local / 10.20.0.1 / gate_1 / _gate / gate- / gate. / auth.info / warn / ERROR / gate: / gate,ap / fe80::1 / <auth.info> / (gate) / - / sshd[1]:'.split(' / ');
const tags = [...'sshd[2101]: / kernel: / k: / err: / auth.info: / sshd(pam_unix)[12]: / postfix/smtpd[7]: / RP/0/RP0/CPU0: / a/1/b: / polkitd(authority=local): / sshd[]: / sshd[x]: / sshd[12](info): / sshd[12] / sshd[12x: / a:b: / a]b[12]: / AEST: / CEST: / 2101: / %ASA-6-302013: / %%01SHELL/5/LOGIN(s)[12]: / : / -- root[2421]: / syslogd 1.4.1: / {"a": / Microsoft Word[14463]: / auth.info sshd[2101]:'.split(' / '), ...[11, 13, 21].map(times => 'long'.repeat(times) + ':')];
const texts = ['Accepted password for ann from 10.20.0.15 port 50122 ssh2', 'x', '', ' two', '[ID 800047 auth.info] text', '%SYS-6-LOGOUT: text', 'mgr: %SYS-6-LOGOUT: text', 'type=USER_LOGIN'];
const heads = ['Mar  3 08:50:05', '<34>Mar  3 08:50:05', '2026-03-03T08:50:05Z', '<34>2026-03-03T08:50:05Z'];

/** Behind two spaces the usual host and tag are looked at by those who know all that may stand there. */
test('a host and a tag are the same behind one space and behind two', t => {
	const lines = heads.flatMap(head => linesUnder(head));
	const told = (content: Uint8Array) => {
		const collected = collect(content, {hints: hintsAt(sampleTimeMs), options: {override: 'syslog'}});
		return collected.events.map(event => ({...tellEvent(content, collected, event), offset: 0}));
	};

	const [once, twice] = [lines, lines.map(line => line.replace(/(?<=05Z?) /v, '  '))].map(each => told(Buffer.from(each.join('\n') + '\n')));
	t.deepEqual(once!.map(({format}) => format), twice!.map(({format}) => format));
	const isSyslog = ({format}: {readonly format: string}): boolean => format === 'syslog';
	t.true(once!.filter(event => isSyslog(event)).length > lines.length / 2);
	t.deepEqual(once!.filter(event => isSyslog(event)), twice!.filter(event => isSyslog(event)));
});

function linesUnder(head: string): string[] {
	const tagged = tags.flatMap(tag => texts.map(text => `${tag}${text === '' ? '' : ' '}${text}`));
	return hosts.flatMap(host => tagged.map(message => `${head} ${host} ${message}`));
}
