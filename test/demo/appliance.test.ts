import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {setInterval as ticks} from 'node:timers/promises';
import {gunzipSync} from 'node:zlib';
import test from 'ava';
import {startAppliance} from '../../source/run/demo/appliance.ts';
import {demoLine, demoLogs} from '../../source/run/demo/demo-lines.ts';
import {incident} from '../../source/run/demo/incident.ts';

const settings = {rotateBytes: 12 * 1024, linesPerSecond: 4, seed: 1};

const content = (path: string): string => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString();

test('some history, previous generations and an archive are there at the start, and the whole incident in them', t => {
	const appliance = startAppliance(settings);
	try {
		const names = readdirSync(appliance.folder);
		for (const {fileName, previous} of Object.values(demoLogs)) {
			t.deepEqual(previous.filter(ending => !names.includes(fileName + ending)), [], fileName);
		}

		const told = names.map(name => content(join(appliance.folder, name))).join('');
		t.deepEqual(incident.filter(({row}) => !told.includes(ownText(demoLine(row, 0)))), []);
	} finally {
		appliance.close();
	}
});

test('each demo has a folder of its own with a plain name, as long as there are any', t => {
	const place = mkdtempSync(join(tmpdir(), 'ledgerline-test-'));
	const before = process.env.TMPDIR;
	process.env.TMPDIR = place;
	const appliances = Array.from({length: 10}, () => startAppliance(settings));
	if (before === undefined) {
		delete process.env.TMPDIR;
	} else {
		process.env.TMPDIR = before;
	}

	const folders = appliances.map(({folder}) => folder);
	t.deepEqual(folders.slice(0, 9), ['', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'].map(ending => join(place, `ledgerline-demo${ending}`)));
	t.false(folders.indexOf(folders[9]!) < 9);
	t.true(folders.every(folder => existsSync(join(folder, 'mgmt-audit.log')) && (statSync(folder).mode & 0o777) === 0o700));
	for (const appliance of appliances) {
		appliance.close();
	}

	t.deepEqual(readdirSync(place), []);
	rmSync(place, {recursive: true});
});

test('a log stays below the size at which it rotates, and rotation goes on in view', async t => {
	const appliance = startAppliance({...settings, linesPerSecond: 2000});
	const live = join(appliance.folder, 'mgmt-audit.log');
	try {
		const {ino} = statSync(live);
		for await (const _ of ticks(20)) {
			if (statSync(live).ino !== ino) {
				break;
			}
		}

		t.true(readdirSync(appliance.folder).every(name => content(join(appliance.folder, name)).length <= settings.rotateBytes));
	} finally {
		appliance.close();
	}
});

test('the folder is gone once the appliance is closed', t => {
	const appliance = startAppliance(settings);
	appliance.close();
	t.false(existsSync(appliance.folder));
	t.false(existsSync(appliance.devicesPath));
});

/** The part of a line that does not depend on its time. */
const ownText = (line: string): string => /audit- .*|sensor-north .*|"content":"[^"]*"/.exec(line)![0];
