import test from 'ava';
import fc from 'fast-check';
import {type ActionId, actions} from '../../source/domain/actions.ts';
import {categories} from '../../source/domain/category.ts';
import {severities} from '../../source/domain/severity.ts';
import {Grouping, type GroupField, type GroupingWish} from '../../source/query/grouping.ts';
import {rowsPerSegment} from '../../source/store/segment.ts';
import {type PlainEvent, plainEvent, TestTimeline, valuesOf} from './timelines.ts';

const hourMicros = 3600e6;
const zone = '+05:30';

/** Everything that is gathered, with times spread over days so that hours differ. */
const someEvents = fc.array(plainEvent.map(event => ({...event, micros: event.micros * hourMicros / 4})), {maxLength: 40, size: 'max'});

const anyShown = fc.func(fc.boolean());
const anyField = fc.constantFrom<GroupField>('user', 'action', 'type', 'device', 'source', 'hour');
const shortField = fc.constantFrom<GroupField>('user', 'action');

const aWish: fc.Arbitrary<GroupingWish> = fc.record({
	by: fc.oneof(fc.tuple(anyField), fc.tuple(shortField, anyField)),
	of: fc.constantFrom('events' as const, 'gaps' as const),
	actions: fc.constantFrom<readonly ActionId[]>(['login', 'password-reset'], ['none', 'login']),
	category: fc.constantFrom(...categories),
	severity: fc.constantFrom(...severities),
	newSinceMicros: fc.nat(40).map(quarters => quarters * hourMicros / 4),
	isNamed: fc.constant(true as const),
	hasHours: fc.constant(true as const),
	limit: fc.constantFrom(2, 100),
}, {requiredKeys: ['by', 'of', 'limit']});

test('groups agree with a slow twin, whatever is gathered and by what', t => {
	fc.assert(fc.property(someEvents, anyShown, aWish, (events, isShown, wish) => {
		const timeline = new TestTimeline();
		for (const event of events) {
			timeline.append(event);
		}

		const grouping = new Grouping(timeline.columns, wish, zone);
		if (events.length > 0) {
			grouping.count({segment: timeline.store.segmentOf(0), from: 0, to: events.length}, 0, {has: isShown});
		}

		// Where a gap stands in time the store decides.
		const placed = events.map((event, row) => ({...event, micros: timeline.store.columns.microsOf(row)}));
		const twin = slowGroups(placed.filter((_, row) => isShown(row)), wish);
		t.deepEqual(grouping.answer(), {groups: twin.slice(0, wish.limit), distinct: twin.length} as unknown as ReturnType<Grouping['answer']>);
	}), {numRuns: 300});
});

test('rows of a later segment are looked up by their own numbers', t => {
	const timeline = new TestTimeline();
	timeline.append({...anEvent, user: 'dana'});
	const grouping = new Grouping(timeline.columns, {by: ['user'], of: 'events', limit: 9}, 'UTC');
	grouping.count({segment: timeline.store.segmentOf(0), from: 0, to: 1}, rowsPerSegment, {has: row => row === rowsPerSegment});
	t.is(grouping.answer().distinct, 1);
});

const anEvent: PlainEvent = {micros: 1, source: 0, severity: 1, category: 1, action: 1, result: 0, format: 0, type: '', user: '', host: '', devices: [], isGap: false};

function slowGroups(events: readonly PlainEvent[], {by, of, actions: ids, category, severity, newSinceMicros, isNamed, hasHours}: GroupingWish) {
	const wanted = events.filter(event => event.isGap === (of === 'gaps')
		&& (ids === undefined || ids.includes(actionOf(event)))
		&& (category === undefined || categoryOf(event) === category)
		&& (severity === undefined || severityOf(event) === severity));
	const named = wanted.flatMap(event => combinations(by.map(field => fieldValues(event, field))).map(values => ({values, micros: event.micros})));
	const kept = named.filter(({values}) => isNamed === undefined || values.some(value => value !== ''));
	return Object.values(Object.groupBy(kept, ({values}) => values.join('\0')))
		.map(members => ({
			count: members!.length,
			firstMicros: Math.min(...members!.map(({micros}) => micros)),
			lastMicros: Math.max(...members!.map(({micros}) => micros)),
			values: members![0]!.values,
			...(hasHours && {hours: Array.from({length: 24}, (_, hour) => members!.filter(({micros}) => hourIn(micros) === hour).length)}),
		}))
		.filter(({firstMicros}) => newSinceMicros === undefined || firstMicros >= newSinceMicros)
		.toSorted((one, other) => (newSinceMicros === undefined ? other.count - one.count : other.firstMicros - one.firstMicros) || (one.values.join('\0') < other.values.join('\0') ? -1 : 1));
}

/** A gap is a row without an action or category. */
const actionOf = ({action, isGap}: PlainEvent): ActionId => actions[isGap ? 0 : action]!.id;
const severityOf = ({severity, isGap}: PlainEvent) => severities[isGap ? 0 : severity];
const categoryOf = ({category, isGap}: PlainEvent) => categories[isGap ? 0 : category];

/** As the zone's clocks show it. */
const hourIn = (micros: number): number => Number(zonedHour(micros).slice(-2));

const zonedHour = (micros: number): string => new Date((micros / 1000) + (5.5 * 3600e3)).toISOString().slice(0, 13).replace('T', ' ');

function fieldValues(event: PlainEvent, field: GroupField): readonly string[] {
	if (field === 'hour') {
		return [zonedHour(event.micros)];
	}

	return field !== 'source' && event.isGap ? [''] : valuesOf(event, field);
}

function combinations([first = [], ...rest]: ReadonlyArray<readonly string[]>): string[][] {
	return rest.length === 0 ? first.map(value => [value]) : first.flatMap(value => combinations(rest).map(others => [value, ...others]));
}
