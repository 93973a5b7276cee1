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

/** A word that stands once, in the middle; and what is on the screen when its line is. */
export const rareWord = 'needle';
export const rareFound = 'carol.rare';

/** What is on the screen wherever one is. */
export const commonFound = 'TI package';

/** What is on the screen when the newest line is. */
export const newestFound = 'dave.newest';

/** Writes a console audit log of about `megabytes`, the same for the same size. */
export function writeAuditFile(path: string, megabytes: number): void {
	const file = openSync(path, 'w');
	const halfBytes = megabytes * 5e5;
	const middle = writeLines(file, 0, halfBytes);
	writeSync(file, lineAt(middle, `Login: user=${rareFound} ${rareWord}`));
	const last = writeLines(file, middle + 1, halfBytes);
	writeSync(file, lineAt(last, `Login: user=${newestFound}`));
	closeSync(file);
}

/** Writes at least so many bytes of lines. Answers the number of the next line. */
function writeLines(file: number, first: number, bytes: number): number {
	let next = first;
	for (let written = 0; written < bytes; next += linesPerWrite) {
		written += writeSync(file, linesFrom(next));
	}

	return next;
}

const linesFrom = (first: number): string => Array.from({length: linesPerWrite}, (_, index) => auditLine(first + index)).join('');

function auditLine(index: number): string {
	return lineAt(index, `${records[index % records.length]}${index % 50}`);
}

function lineAt(index: number, record: string): string {
	const time = new Date(firstMs + (index * stepMs)).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
	return `${time} [http-nio-0.0.0.0-9090-exec-${index % 10}] INFO  audit- ${record}\n`;
}
