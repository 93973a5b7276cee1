import {Buffer} from 'node:buffer';
import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {valueOrigins} from '../../../source/view/details/value-origins.ts';
import {applianceEngine} from '../appliance.ts';

/** What the record says, by which clock it was understood, and what is said of the time. */
for (const [raw, offsetMinutes, time] of [
	['2026-03-03 09:06:52,562 [main] INFO audit- Login: user=dana.admin', 0, '(zone assumed)'],
	['2026-03-03T09:06:52.562Z Login: user=dana.admin', 0, undefined],
	['2026-03-03T10:06:52.562+01:00 Login: user=dana.admin', 60, undefined],
	['Mar  3 09:06:52 sensor sshd[7]: Accepted for dana.admin', 0, '(year and zone assumed)'],
	['03/03/26 09:06:52 dana.admin', 0, '(zone assumed)'],
	['1772528812562 dana.admin', undefined, undefined],
] as const) {
	test(`the time of "${raw}" is ${time ?? 'the record\'s own'}`, async t => {
		const details = await applianceEngine().details({event: 0});
		const row = {...details!.row, ...(offsetMinutes !== undefined && {writtenOffsetMinutes: offsetMinutes})};
		t.is(valueOrigins({...details!, row, raw: Buffer.from(raw)}).time, time);
	});
}

test('a clock that was put right is told beside what was assumed', async t => {
	const details = await applianceEngine().details({event: 0});
	const raw = Buffer.from('2026-03-03 09:06:52 dana.admin');
	t.is(valueOrigins({...details!, row: {...details!.row, writtenOffsetMinutes: 0}, raw}, {clockOffsetMs: -95_000}).time, '(zone assumed; -95s added to the log\'s clock)');
	t.is(valueOrigins(details!, {clockOffsetMs: 500}).time, '(+0.5s added to the log\'s clock)');
});

test('a user whom the record does not name is told from one it does', async t => {
	const details = await applianceEngine().details({event: 0});
	t.is(valueOrigins(details!).user, undefined);
	t.is(valueOrigins({...details!, row: {...details!.row, user: foreignText('root')}}).user, '(not in this record: from a related one)');
});

test('a severity without a word in the record is derived, and a borrowed time says so', async t => {
	const details = await applianceEngine().details({event: 0});
	t.like(valueOrigins({...details!, severityWord: undefined, row: {...details!.row, isTimeBorrowed: true}}), {severity: '(derived)', time: '(none in the record; taken from its neighbour)'});
});
