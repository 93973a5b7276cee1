/** What the simulated appliance logs, without a time. */
export type DemoRow =
	| {readonly log: 'audit'; readonly text: string}
	| {readonly log: 'timeline'; readonly severity: 'INFO' | 'NOTICE' | 'ALERT'; readonly type: string; readonly title: string; readonly content: string; readonly owner?: string}
	| {readonly log: 'auth'; readonly program: string; readonly text: string};

export type DemoLog = DemoRow['log'];

/** The three logs of the appliance, as the product and its operating system name and keep them. */
export const demoLogs = {
	audit: {fileName: 'mgmt-audit.log', previous: ['.1']},
	timeline: {fileName: 'sensor-timeline.jsonl', previous: ['.1', '.2.gz']},
	auth: {fileName: 'auth.log', previous: ['.1', '.2.gz']},
} as const satisfies Record<DemoLog, {readonly fileName: string; readonly previous: readonly string[]}>;

const webThreads = 9;

/** The row as a line of its log, with the newline. */
export function demoLine(row: DemoRow, ms: number): string {
	const iso = new Date(ms).toISOString();
	switch (row.log) {
		case 'audit': {
			const thread = (Math.floor(ms / 1000) % webThreads) + 1;
			return `${iso.slice(0, 10)} ${iso.slice(11, 19)},${iso.slice(20, 23)} [http-nio-0.0.0.0-9090-exec-${thread}] INFO  audit- ${row.text}\n`;
		}

		case 'timeline': {
			const {severity, title, content, owner, type} = row;
			return `${JSON.stringify({severity, title, timestamp: ms, content, owner: owner ?? null, type})}\n`;
		}

		case 'auth': {
			return `${iso.slice(0, 23)}000+00:00 sensor-north ${row.program}: ${row.text}\n`;
		}
	}
}
