import * as v from 'valibot';

/** What may stand where something else was found, by the checking library's names of kinds; its own sentences speak of types. */
const wanted: Readonly<Record<string, string>> = {
	string: 'must be text',
	number: 'must be a number',
	boolean: 'must be true or false',
	array: 'must be a list',
	record: 'must be names with values',
};

/** What is wrong with a file of the user's: the name at fault, or `whole` where it is the file, and why. */
export function issueWords(issue: v.BaseIssue<unknown>, whole: string): string {
	const path = v.getDotPath(issue);
	return `${path === null ? whole : `"${path}"`} ${whyWrong(issue)}`;
}

function whyWrong({type, message, expected, received}: v.BaseIssue<unknown>): string {
	if (!type.endsWith('object')) {
		return type === 'picklist' ? `must be one of ${expected!.replaceAll(/["\(\)]/gv, '').replaceAll(' | ', ', ')}` : wanted[type] ?? message;
	}

	return expected === 'never' ? 'is not known here' : (received === 'undefined' ? 'is missing' : 'must be names with values');
}
