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

/** What is on the screen when the newest line is. */
export const newestFound = 'dave.newest';

/** Writes a console audit log of about `megabytes`, the same for the same size. Answers its lines. */
export function writeAuditFile(path: string, megabytes: number): number {
	const file = openSync(path, 'w');
	let lines = 0;
	let isRareWritten = false;
	for (let bytes = 0; bytes < megabytes * 1e6;) {
		bytes += writeSync(file, linesFrom(lines));
		lines += linesPerWrite;
		const isMiddle: boolean = !isRareWritten && bytes > megabytes * 5e5;
		isRareWritten ||= isMiddle;
		writeSync(file, isMiddle ? lineAt(lines++, `Login: user=${rareFound} ${rareWord}`) : '');
	}

	writeSync(file, lineAt(lines++, `Login: user=${newestFound}`));
	closeSync(file);
	return lines;
}

const linesFrom = (first: number): string => Array.from({length: linesPerWrite}, (_, index) => auditLine(first + index)).join('');

function auditLine(index: number): string {
	return lineAt(index, `${records[index % records.length]}${index % 50}`);
}

function lineAt(index: number, record: string): string {
	const time = new Date(firstMs + (index * stepMs)).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
	return `${time} [http-nio-0.0.0.0-9090-exec-${index % 10}] INFO  audit- ${record}\n`;
}
