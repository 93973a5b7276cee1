import {closeSync, openSync, writeSync} from 'node:fs';

const records = [
	'Login: user=support',
	'Password reset: userName=dana.admin',
	'User creation: user=svc-backup role=ADMIN',
	'Learn, and remediation of alerts: alertId=40142',
	'Exclusion rules-Creation: rule=scan from 10.2.1.77',
	'Uploaded TI package',
];

const firstMs = Date.UTC(2026, 2, 3);
const stepMs = 37;
const linesPerWrite = 5000;

/** Writes a console audit log of about `megabytes`, the same for the same size. Answers its lines. */
export function writeAuditFile(path: string, megabytes: number): number {
	const file = openSync(path, 'w');
	let lines = 0;
	for (let bytes = 0; bytes < megabytes * 1e6;) {
		bytes += writeSync(file, linesFrom(lines));
		lines += linesPerWrite;
	}

	closeSync(file);
	return lines;
}

const linesFrom = (first: number): string => Array.from({length: linesPerWrite}, (_, index) => auditLine(first + index)).join('');

function auditLine(index: number): string {
	const time = new Date(firstMs + (index * stepMs)).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
	return `${time} [http-nio-0.0.0.0-9090-exec-${index % 10}] INFO  audit- ${records[index % records.length]}${index % 50}\n`;
}
