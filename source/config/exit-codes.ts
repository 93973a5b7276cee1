/** The exit statuses, for scripts. */
export const exitCodes = {
	ok: {code: 0, meaning: 'everything was done; a reader that closes the pipe is no error'},
	trouble: {code: 1, meaning: 'something could not be read or done; standard error says what, the rest was done'},
	usage: {code: 2, meaning: 'the command line cannot be understood; standard error says why'},
	refused: {code: 77, meaning: 'this user may not look'},
} as const satisfies Record<string, {readonly code: number; readonly meaning: string}>;

/**
Signals that end the program normally, with their numbers on Linux (signal(7)). Without a listener Node would open a port for a debugger on SIGUSR1.
*/
export const endingSignals = [
	{name: 'SIGHUP', number: 1},
	{name: 'SIGINT', number: 2},
	{name: 'SIGQUIT', number: 3},
	{name: 'SIGUSR1', number: 10},
	{name: 'SIGUSR2', number: 12},
	{name: 'SIGALRM', number: 14},
	{name: 'SIGTERM', number: 15},
	{name: 'SIGXCPU', number: 24},
] as const;

/** The status a shell reports for a program ended by signal n. */
export const signalExitCode = (number: number): number => 128 + number;
