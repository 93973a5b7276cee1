import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect, tellEvent} from '../collected-events.ts';

const told: ReadonlyArray<{readonly type: string; readonly content: string; readonly owner?: string; readonly user?: string}> = [
	{type: 'USER_OPERATION', content: 'User r.lind was deleted by svc-backup', user: 'svc-backup'},
	{type: 'USER_OPERATION', content: 'User svc-backup was created by dana.admin with role Admin', user: 'dana.admin'},
	{type: 'USER_OPERATION', content: 'User dana.admin signed in', user: 'dana.admin'},
	{type: 'EXCLUSION_RULE_REMOVED', content: 'Exclusion rule made by night, was created by day was removed by m.ortiz', user: 'm.ortiz'},
	{type: 'ALERT_UPDATED', content: 'Alert 40112 was acknowledged by m.ortiz', owner: 'support', user: 'support'},
	{type: 'USER_OPERATION', content: 'User x was deleted by admin signed in'},
	{type: 'USER_OPERATION', content: 'User r.lind was deleted by admin on Monday'},
	{type: 'EXCLUSION_RULE_REMOVED', content: 'Exclusion rule night was created by admin'},
	{type: 'ALERT_REPORTED', content: 'Unauthorized PLC programming by 10.2.1.25'},
	{type: 'ALERT_REPORTED', content: 'User r.lind was deleted by svc-backup'},
	{type: 'A_TYPE_OF_TOMORROW', content: 'User r.lind was deleted by svc-backup'},
];

for (const {type, content, owner, user} of told) {
	test(`${type}: "${content}"${owner === undefined ? '' : `, of ${owner},`} names ${user ?? 'nobody'} as who acted`, t => {
		const json = `${JSON.stringify({severity: 'INFO', title: 'x', timestamp: 1_772_527_844_000, content, owner: owner ?? null, type})}\n`;
		const csv = `timestamp,type,severity,content,owner\n1772527844000,${type},INFO,"${content}",${owner ?? ''}\n`;
		for (const log of [json, csv]) {
			const bytes = Buffer.from(log);
			const collected = collect(bytes);
			t.is(tellEvent(bytes, collected, collected.events[0]!).user, user);
		}
	});
}

test('what a sentence names in a cell has its quotes once', t => {
	const bytes = Buffer.from('timestamp,type,severity,content,owner\n1772527844000,EXCLUSION_RULE_REMOVED,INFO,"Exclusion rule ""night"" was removed by m.ortiz",\n');
	const collected = collect(bytes);
	t.like(tellEvent(bytes, collected, collected.events[0]!).fields, {rule: '"night"', user: 'm.ortiz'});
});

test('a title that reads like a sentence names nobody', t => {
	const bytes = Buffer.from('{"timestamp":1772527844000,"type":"USER_OPERATION","title":"User bob signed in","severity":"INFO","owner":null,"content":null}\n');
	const collected = collect(bytes);
	const {user, fields} = tellEvent(bytes, collected, collected.events[0]!);
	t.is(user, undefined);
	t.false('user' in fields);
});
