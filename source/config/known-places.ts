import {accessSync, constants, statSync} from 'node:fs';

/** Where the appliance and its operating system keep logs that tell who did what. */
export const knownPlaces = [
	{path: '/var/cyberx/logs', holds: 'audit log of the management console, logs of the sensor'},
	{path: '/opt/sensor/active/var/cyberx/logs', holds: 'logs of the sensor'},
	{path: '/opt/sensor/logs', holds: 'installation and upgrades of the sensor'},
	{path: '/var/log/auth.log', holds: 'sign-ins, sudo, users (Debian, Ubuntu)'},
	{path: '/var/log/secure', holds: 'sign-ins, sudo, users (Red Hat)'},
	{path: '/var/log/audit/audit.log', holds: 'Linux audit'},
] as const;

/** What was found at a known place; `finding` completes the sentence "PATH: …". */
export type PlaceFound = {readonly path: string; readonly isReadable: boolean; readonly finding: string};

/** The identity of the file at a path, or why it cannot be read. */
export type PlaceLook = {readonly identity: string} | {readonly reason: string};

/** Looks at every known place. A folder that has two paths is used only once. */
export function findKnownPlaces(look: (path: string) => PlaceLook = lookAt): PlaceFound[] {
	const seen = new Map<string, string>();
	return knownPlaces.map(({path, holds}) => {
		const looked = look(path);
		if ('reason' in looked) {
			return {path, isReadable: false, finding: looked.reason};
		}

		const twin = seen.get(looked.identity);
		seen.set(looked.identity, twin ?? path);
		return twin === undefined
			? {path, isReadable: true, finding: holds}
			: {path, isReadable: false, finding: `the same as ${twin}`};
	});
}

/** The system's error codes in words. */
const reasons = new Map([
	['ENOENT', 'not there'],
	['ENOTDIR', 'not there'],
	['EACCES', 'this user may not read it'],
	['EPERM', 'this user may not read it'],
]);

function lookAt(path: string): PlaceLook {
	try {
		accessSync(path, constants.R_OK);
		const {dev, ino} = statSync(path, {bigint: true});
		return {identity: `${dev}:${ino}`};
	} catch (error) {
		const {code = 'unknown'} = error as NodeJS.ErrnoException;
		return {reason: reasons.get(code) ?? `cannot be read (${code})`};
	}
}
