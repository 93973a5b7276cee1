import test from 'ava';
import {bytesOf, latinText} from '../../../source/format/bytes/byte-text.ts';
import {PairList} from '../../../source/format/bytes/pair-list.ts';
import {findPairs} from '../../../source/format/pairs/find-pairs.ts';
import {collect} from '../collected-events.ts';

const pairsOf = (text: string): Array<readonly [string, string]> => {
	const bytes = bytesOf(text);
	const pairs = new PairList();
	findPairs(pairs, bytes, {start: 0, end: bytes.length});
	return Array.from({length: pairs.count}, (_, pair) => [latinText(bytes, pairs.keyStarts[pair]!, pairs.keyEnds[pair]!), latinText(bytes, pairs.starts[pair]!, pairs.ends[pair]!)] as const);
};

for (const [name, text, expected] of [
	['words', 'dropped src=10.1.1.5:40 dst=10.1.1.6 rule=', [['src', '10.1.1.5:40'], ['dst', '10.1.1.6'], ['rule', '']]],
	['quotes of both kinds', String.raw`a="1 2" b='3 "4' c="5 \" 6"`, [['a', '1 2'], ['b', '3 "4'], ['c', String.raw`5 \" 6`]]],
	['a quote that is never closed', 'a="1 b=2', [['a', ''], ['b', '2']]],
	['a list, whose values are of several words', 'done, User=Ann Lee, Ip=10.1.1.5, Why=no reason given', [['User', 'Ann Lee'], ['Ip', '10.1.1.5'], ['Why', 'no reason given']]],
	['a sentence behind the first', 'user=ann came in, then left', [['user', 'ann came in']]],
	['a sentence behind the only one', 'user=ann came in', [['user', 'ann']]],
	['a space behind the mark', 'between a and b (user= ann) made', [['user', 'ann']]],
	['a list in brackets', 'Failed. (Ip=10.1.1.5, User=ann)', [['Ip', '10.1.1.5'], ['User', 'ann']]],
	['a list with colons', 'SrcIP: 10.1.1.5, User: Not Found, Port: 5', [['SrcIP', '10.1.1.5'], ['User', 'Not Found'], ['Port', '5']]],
	['a sentence with a colon', 'the user: ann came', []],
	['an address of the web', 'GET /a?user=ann&src=10.1.1.5 x', []],
	['a comparison', 'a == b, c=>d, =x', [['c', '>d']]],
] as const) {
	test(`pairs: ${name}`, t => {
		t.deepEqual(pairsOf(text), expected.map(pair => [...pair] as const) as unknown as Array<readonly [string, string]>);
	});
}

const columnsOf = (message: string) => collect(bytesOf(`Mar  3 08:50:07 gate-1 guardd: ${message}\n`)).events[0]!.columns;

for (const [message, expected] of [
	['user=ann src=10.1.1.5 action=deny dst=10.1.1.6', {user: 'ann', action: 'connection', result: 'failure', devices: ['10.1.1.5', '10.1.1.6']}],
	['UserName=eve AdminName=ann Action=deleted', {user: 'ann'}],
	['dst=10.1.1.6 seen, src=10.1.1.5', {devices: ['10.1.1.5', '10.1.1.6']}],
	['event="User Login" user=ann ip=10.1.1.5 result=failed', {user: 'ann', action: 'login-failed', result: 'failure', devices: ['10.1.1.5']}],
	['event=login result=success', {result: 'success'}],
	['attack="Port scan" src_ip=10.1.1.5', {action: 'alert-raised', devices: ['10.1.1.5']}],
	['attack="Port scan"', {}],
	['attack="Port scan" src=here', {}],
	['action=deny dst=there', {result: 'failure'}],
	['action="Block with reset" dst=10.1.1.6', {action: 'connection', result: 'failure', devices: ['10.1.1.6']}],
	['action=authentify user=ann', {user: 'ann'}],
	['msg="Administrator login denied due to bad credentials" usr="admin" src=10.1.1.5:40022:X1', {user: 'admin', action: 'login-failed', result: 'failure', devices: ['10.1.1.5']}],
	['user=N/A, account=none, src=unknown', {}],
	['user=the one who came, src=here', {}],
	['user=CN=ann,OU=it src=10.1.1.5', {devices: ['10.1.1.5']}],
	['login user=failed', {}],
] as const) {
	test(`what pairs tell: ${message}`, t => {
		const {action, result, user, devices} = columnsOf(message);
		t.deepEqual(Object.fromEntries(Object.entries({action, result, user, devices}).filter(([, value]) => value !== undefined)), {...expected});
	});
}
