/** Variables that Node itself obeys, some before the program's first line. What they do, Ledgerline cannot prevent. */
const nodeVariables = [
	{name: 'NODE_OPTIONS', does: 'changes how Node runs, and may load code into it'},
	{name: 'NODE_COMPILE_CACHE', does: 'writes compiled code into that folder'},
	{name: 'NODE_V8_COVERAGE', does: 'writes a report into that folder at the end'},
	{name: 'NODE_REDIRECT_WARNINGS', does: 'writes warnings into that file'},
	{name: 'NODE_DEBUG', does: 'writes to standard error, over the screen'},
	{name: 'NODE_DEBUG_NATIVE', does: 'writes to standard error, over the screen'},
	{name: 'NODE_ICU_DATA', does: 'reads tables of characters from that folder'},
] as const;

/** Those that are set, as rows to show. */
export const nodeVariablesSet = (environment: Readonly<Record<string, string | undefined>>): Array<readonly string[]> => nodeVariables
	.filter(({name}) => environment[name])
	.map(({name, does}) => [name, environment[name]!, `${does}; env -u ${name} leaves it out`]);
