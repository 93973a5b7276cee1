import test from 'ava';
import {headerRow, rangeTexts} from '../../source/view/header.ts';
import {applianceEvents} from './appliance.ts';
import {answered, freshState} from './states.ts';

const micros = (iso: string) => Date.parse(iso) * 1000;

for (const [first, last, ...texts] of [
	['2026-03-03T08:50:00Z', '2026-03-03T09:12:04Z', '08:50:00 - 09:12:04 UTC', '08:50 - 09:12 UTC'],
	['2026-03-02T22:15:00Z', '2026-03-03T03:20:00Z', '03-02 22:15 - 03-03 03:20 UTC', '03-02 - 03-03 UTC'],
	['2025-12-31T22:15:00Z', '2026-01-01T03:20:00Z', '2025-12-31 22:15 - 2026-01-01 03:20 UTC', '2025-12-31 - 2026-01-01 UTC'],
] as const) {
	test(`the range ${texts[0]} is as short as its days allow`, t => {
		t.deepEqual<readonly string[], readonly string[]>(rangeTexts(micros(first), micros(last), 'UTC'), texts);
	});
}

test('rows that come before the news of them are counted at once', async t => {
	const state = {...await answered(freshState()), change: {revision: 1, totalEvents: 3, isCaughtUp: true}};
	const events = applianceEvents.filter(({kind}) => kind !== 'gap').length;
	t.regex(headerRow(state, state.look).map(({text}) => text).join(''), new RegExp(`LIVE +${events} events`, 'v'));
});
