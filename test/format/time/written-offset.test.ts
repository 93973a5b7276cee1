import test from 'ava';
import {writtenOffsetMinutes} from '../../../source/format/time/written-offset.ts';

const micros = Date.parse('2026-03-03T09:04:58.151Z') * 1000;

for (const [text, minutes] of [
	['2026-03-03 09:04:58,151 [exec-1] INFO  audit- Login: user=ann', 0],
	['2026-03-03T11:04:58.151+02:00 host sshd[1]: Accepted', 120],
	['2026-03-03T04:04:58-0500 x', -300],
	['2026-03-03T14:34:58.151+05:30 x', 330],
	['2026-03-03T22:04:58+13:00 x', 780],
	['Mar  3 10:04:58 host sshd[1]: Accepted', 60],
	['10.0.0.1 - - [03/Mar/2026:01:04:58 -0800] "GET /"', -480],
	['3/3/2026 1:04:58 PM login', 240],
	['{"started":"2026-03-03T08:17:03Z","time":"2026-03-03T10:04:58+01:00"}', 60],
	['type=LOGIN msg=audit(1772528698.151:42): pid=1', undefined],
	['00:11:22:33:44:55 appeared', undefined],
	['no time at all', undefined],
] as const) {
	test(`the clock of ${text} is ${minutes ?? 'not known'}`, t => {
		t.is(writtenOffsetMinutes(text, micros), minutes);
	});
}
