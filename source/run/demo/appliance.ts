import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {everydayRow} from './background.ts';
import {seededChance} from './chance.ts';
import {demoLine, demoLogs, type DemoLog, type DemoRow} from './demo-lines.ts';
import {writeDeviceMap} from './device-map.ts';
import {demoHistory} from './history.ts';
import {openRotatingFile, type RotatingFile} from './rotating-file.ts';

/** A simulated appliance: three real logs in a folder of its own, written and rotated as time passes. */
export type Appliance = {
	readonly folder: string;
	/** The path of its device map. */
	readonly devicesPath: string;
	/** Stops writing and removes the folder and the map. */
	close(): void;
};

export type ApplianceSettings = {
	readonly rotateBytes: number;
	readonly linesPerSecond: number;
	readonly seed: number;
};

/** Often enough to look alive, rarely enough to cost nothing. */
const tickMs = 50;

export function startAppliance({rotateBytes, linesPerSecond, seed}: ApplianceSettings): Appliance {
	const folder = newFolder();
	const map = writeDeviceMap();
	const logs = openLogs(folder, rotateBytes);
	const chance = seededChance(seed);
	const write = (row: DemoRow, ms: number) => {
		logs[row.log].append(demoLine(row, ms));
	};

	const startedMs = Date.now();
	for (const {row, ms} of demoHistory(startedMs, chance)) {
		write(row, ms);
	}

	let written = 0;
	const timer = setInterval(() => {
		const nowMs = Date.now();
		for (const due = (nowMs - startedMs) / 1000 * linesPerSecond; written < Math.floor(due); written++) {
			write(everydayRow(chance), nowMs);
		}
	}, tickMs);

	return {
		folder,
		devicesPath: map.path,
		close() {
			clearInterval(timer);
			for (const log of Object.values(logs)) {
				log.close();
			}

			for (const each of [folder, map.folder]) {
				rmSync(each, {recursive: true, force: true});
			}
		},
	};
}

/** The folder is named on many screens, so it gets a plain name that is free: mkdir(2) fails where a link or another demo is. */
function newFolder(): string {
	const plain = join(tmpdir(), 'ledgerline-demo');
	const free = plainEndings.map(ending => plain + ending).find(folder => isMade(folder));
	return free ?? mkdtempSync(`${plain}-`);
}

const plainEndings = ['', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'];

/** Where no folder can be made at all, mkdtemp(3) says why. */
function isMade(folder: string): boolean {
	try {
		mkdirSync(folder, ownerOnly);
		return true;
	} catch {
		return false;
	}
}

const ownerOnly = 0o700;

const openLogs = (folder: string, rotateBytes: number): Record<DemoLog, RotatingFile> => {
	const open = (log: DemoLog) => openRotatingFile(join(folder, demoLogs[log].fileName), {rotateBytes, previous: demoLogs[log].previous});
	return {audit: open('audit'), timeline: open('timeline'), auth: open('auth')};
};
