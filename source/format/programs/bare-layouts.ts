/** How programs lay out a line that has no level. `{time}` is a time as it is read anywhere; `{epoch}` seconds since 1970, which count where both stand. */
export type BareLayout = {
	/** Slots are named as the fields of events; `{message}` is last. */
	readonly pattern: string;
	/** Which of the slots are numbers in every line. */
	readonly numbers: readonly string[];
	/** The slot with which the message begins, where it is not `message`. */
	readonly messageFrom?: string;
	/** Whether the line is a connection, and its slot `verdict` says whether it was let through. */
	readonly isConnection?: boolean;
	/** Whether the slot `mark` is one byte that says how grave it is. */
	readonly isMarked?: boolean;
};

/** Logs of clusters and programs that loghub (github.com/logpai/loghub) collects. */
export const bareLayouts: readonly BareLayout[] = [
	// Thunderbird and its like: an alert's label, the node, and a line of syslog
	{pattern: '{label:word} {epoch:word} {date:word} {host:word} {time} {location:word} {process}[{pid}]: {message}', numbers: ['epoch', 'pid']},
	{pattern: '{label:word} {epoch:word} {date:word} {host:word} {time} {location:word} {process}: {message}', numbers: ['epoch']},
	{pattern: '{label:word} {epoch:word} {date:word} {host:word} {time} {location:word} {message}', numbers: ['epoch']},
	// The HPC cluster of Los Alamos
	{pattern: '{recordId:word} {host:word} {component:word} {state:word} {epoch:word} {flag:word} {message}', numbers: ['recordId', 'epoch', 'flag']},
	// HealthApp
	{pattern: '{time}|{component}|{pid}|{message}', numbers: ['pid']},
	// Flow logs of Amazon's clouds
	{
		pattern: '{version:word} {account:word} {interface:word} {sourceAddress:word} {targetAddress:word} {sourcePort:word} {targetPort:word} {protocol:word} {packets:word} {bytes:word} {epoch:word} {until:word} {verdict:word} {message}',
		numbers: ['version', 'account', 'sourcePort', 'targetPort', 'protocol', 'packets', 'bytes', 'epoch', 'until'],
		messageFrom: 'sourceAddress',
		isConnection: true,
	},
	// Redis: a process, what it is to its kin, and a mark
	{pattern: '{pid}:{role:word} {time} {mark:word} {message}', numbers: ['pid'], isMarked: true},
	// Proxifier
	{pattern: '[{time}] {process} - {targetHost}:{targetPort:word} {message}', numbers: ['targetPort'], messageFrom: 'targetHost'},
];
