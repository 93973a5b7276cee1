/** How programs on the JVM and their like lay out a line. Slots are named as the fields of events; `{message}` is last. */
export const logLayouts: readonly string[] = [
	'{time} [{thread}] {level:word} {logger}- {message}',
	'{time} [{thread}] {level:word} {logger} - {message}',
	'{time} - {level:word} [{thread}] - {message}',
	'{time} {level:word} {pid:word} --- [{thread}] {logger} : {message}',
	'{time} {level:word} [{thread}] {logger}: {message}',
	'{time} {level:word} [{thread}] {message}',
	'{time} {pid:word} {level:word} {logger:word} [{requestId}] {message}',
	'{file:word} {time} {pid:word} {level:word} {logger:word} [{requestId}] {message}',
	'{time} {level:word} {logger:word} - {message}',
	'{time} {level:word} {logger:word}: {message}',
	'{time} [{level}] {message}',
	'{time} {level:word} {message}',
];
