import {isMemoryGone, notEnoughMemory} from './memory-gone.ts';

/** So many names lead from the place of an error to the command that was run. */
const mostNames = 4;

/** The sentence for an error that nobody foresaw, with the names that lead to its place: of a log that may not be shown to others they are all that can be told. */
export function unforeseen(error: unknown): string {
	if (!(error instanceof Error)) {
		return `this should not have happened (${String(error)}); please report it`;
	}

	return isMemoryGone(error) ? notEnoughMemory : `this should not have happened (${error.message}${placeOf(error)}); please report it`;
}

/** Functions keep their names in the bundle. */
function placeOf({stack = ''}: Error): string {
	const names = stack.matchAll(/^ +at (?:async )?(?<name>[^\(\/]+?)(?: \[as [^\]]+\])? \(/gmv).take(mostNames).map(({groups}) => groups!.name!).toArray();
	return names.length === 0 ? '' : `, in ${names.join(' < ')}`;
}
