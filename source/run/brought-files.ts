import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {parseDeviceMap} from '../config/device-map.ts';
import {lastGiven, type Given, type OptionName} from '../config/options.ts';
import type {Complaints} from '../config/reading.ts';
import {jsonOfYaml} from '../config/yaml-file.ts';
import {type DeviceMap, noDeviceMap} from '../domain/device-map.ts';
import {foreignText} from '../domain/foreign.ts';
import type {OpenRequest} from '../engine/engine.ts';
import {absolutePath} from '../follow/disk/absolute-path.ts';
import {readSettingsText, whyUnreadable} from './settings-text.ts';

/** The content of the files that options name: layouts, formats and the device map. */
export type BroughtFiles = Pick<OpenRequest, 'layoutsJson' | 'formatsText' | 'deviceGroups' | 'settingsPaths'> & {readonly devices: DeviceMap};

/** Reads those files; trouble with any of them goes to `said`. */
export function readBroughtFiles(given: Given, said: Complaints): BroughtFiles {
	const layoutsJson = readLayouts(lastGiven(given, 'layouts'), said);
	const formatsText = readFormats(lastGiven(given, 'formats'), said);
	const devices = readDevices(lastGiven(given, 'devices'), said);
	return {
		...(layoutsJson !== undefined && {layoutsJson}),
		...(formatsText !== undefined && {formatsText}),
		...(devices !== undefined && {deviceGroups: devices.groups}),
		devices: devices ?? noDeviceMap,
		settingsPaths: [...settingsOptions.flatMap(name => lastGiven(given, name) ?? []), ...formatsText?.map(({name}) => name) ?? []],
	};
}

/** Options that name a file of settings; `formats` may name a folder of them. */
const settingsOptions = ['config', 'layouts', 'devices'] as const satisfies OptionName[];

function readText(path: string | undefined, what: string, said: Complaints): string | undefined {
	if (path === undefined) {
		return undefined;
	}

	try {
		return readSettingsText(path);
	} catch (error) {
		said.take({trouble: `the ${what} of '${path}' cannot be read (${whyUnreadable(error)})`});
		return undefined;
	}
}

function readLayouts(path: string | undefined, said: Complaints): string | undefined {
	const text = readText(path, 'layouts', said);
	return path === undefined || text === undefined ? undefined : said.take(jsonOfYaml({name: path, text}));
}

/** The text of a format file, or of every one in a folder. */
function readFormats(path: string | undefined, said: Complaints): OpenRequest['formatsText'] {
	if (path === undefined) {
		return undefined;
	}

	try {
		const files = statSync(path).isDirectory() ? readdirSync(path).filter(name => name.endsWith('.json')).toSorted().map(name => join(path, name)) : [path];
		return files.map(name => ({name, text: readSettingsText(name)}));
	} catch (error) {
		said.take({trouble: `the formats of '${path}' cannot be read (${whyUnreadable(error)})`});
		return undefined;
	}
}

function readDevices(path: string | undefined, said: Complaints): DeviceMap | undefined {
	const text = readText(path, 'devices', said);
	if (path === undefined || text === undefined) {
		return undefined;
	}

	const map = said.take(parseDeviceMap(path, text));
	return map && {...map, file: {path: foreignText(absolutePath(path)), text}};
}
