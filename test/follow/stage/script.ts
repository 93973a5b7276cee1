import fc from 'fast-check';

/** Everything that can happen to a log, as data, so that a failing script shrinks and prints. */
export type Action =
	| WorldAction
	| {readonly type: 'write'; readonly lines: number}
	| {readonly type: 'half'}
	| {readonly type: 'rotate'; readonly kind: RotationKind; readonly times: number}
	| {readonly type: 'late'}
	| {readonly type: 'destroy'}
	| {readonly type: 'shrink'}
	| {readonly type: 'forbid'}
	| {readonly type: 'forbid-folder'}
	| {readonly type: 'allow'};

/** What happens to the world rather than to the log. `step-clock`: somebody sets the calendar. */
export type WorldAction =
	| {readonly type: 'look'; readonly afterMs: number}
	| {readonly type: 'step-clock'; readonly byMs: number};

export type RotationKind = 'rename' | 'gzip' | 'delete' | 'copytruncate' | 'rename-over' | 'symlink' | 'new-folder';

const looking = fc.record({type: fc.constant('look' as const), afterMs: fc.constantFrom(0, 10, 250, 1500)});

const writing = [
	fc.record({type: fc.constant('write' as const), lines: fc.integer({min: 1, max: 4})}),
	fc.constant({type: 'late' as const}),
	looking,
];

const half = fc.constant({type: 'half' as const});

const destroying = [
	fc.constant({type: 'destroy' as const}),
	fc.constant({type: 'shrink' as const}),
	fc.constant({type: 'forbid' as const}),
	fc.constant({type: 'allow' as const}),
	fc.record({type: fc.constant('step-clock' as const), byMs: fc.constantFrom(-3_600_000, -5, 3_600_000)}),
];

const forbiddingFolder = fc.constant({type: 'forbid-folder' as const});

/** The usual day: every rotation is looked at, and its file is kept. A copytruncate inside a line is no usual day: what is left of the line proves nothing. */
export const gentleActions: fc.Arbitrary<readonly Action[]> = fc.oneof(
	scriptOf([...writing, half, rotation('rename', 1)]),
	scriptOf([...writing, half, rotation('gzip', 1)]),
	scriptOf([...writing, rotation('copytruncate', 1)]),
);

/**
Anything, at any pace. One log has one rotator: a file deleted between two renames leaves no trace for anybody. Copies made while nobody might look
into the folder come behind a hole, out of their order: whether they were made before or after what was read meanwhile, nothing tells.
*/
export const wildActions: fc.Arbitrary<readonly Action[]> = fc.constantFrom<RotationKind>('rename', 'delete', 'copytruncate', 'rename-over', 'symlink', 'new-folder')
	.chain(kind => scriptOf([...writing, ...writing, ...destroying, kind === 'copytruncate' ? looking : forbiddingFolder, half, rotation(kind, 3), rotation(kind, 3)]));

/** Anything that files of the machine can go through, in few steps. */
export const realActions: fc.Arbitrary<readonly Action[]> = fc.constantFrom<RotationKind>('rename', 'gzip', 'delete', 'copytruncate', 'rename-over', 'symlink', 'new-folder')
	.chain(kind => fc.array(fc.oneof(...writing, half, fc.constant({type: 'destroy' as const}), rotation(kind, 2), rotation(kind, 2)), {minLength: 5, maxLength: 20}));

function scriptOf(actions: ReadonlyArray<fc.Arbitrary<Action>>): fc.Arbitrary<readonly Action[]> {
	return fc.array(fc.oneof(...actions), {maxLength: 40});
}

function rotation(kind: RotationKind, mostTimes: number): fc.Arbitrary<Action> {
	return fc.record({type: fc.constant('rotate' as const), kind: fc.constant(kind), times: fc.integer({min: 1, max: mostTimes})});
}
