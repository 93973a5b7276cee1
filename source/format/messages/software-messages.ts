import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What became of a package, in the words of rpm's front ends. */
const outcomes = ['Installed', 'Updated', 'Upgraded', 'Upgrade', 'Downgraded', 'Reinstalled', 'Erased', 'Removed', 'Erase'];

/** What rpm's front ends write of each package, into a log of their own (yum.log, dnf.rpm.log) and through syslog. */
const rpm: readonly MessageRow[] = outcomes.map(word => ({pattern: `${word}: {package:word}`, action: 'software-changed', result: 'success'}));

/** dpkg.log: the version before and the one after. What follows of each package (`status half-installed`) are the steps of the same. */
const dpkg: readonly MessageRow[] = [
	{pattern: 'install {package:word} <none> {version:word}', action: 'software-changed'},
	{pattern: 'install {package:word} {previousVersion:word} {version:word}', action: 'software-changed'},
	{pattern: 'upgrade {package:word} {previousVersion:word} {version:word}', action: 'software-changed'},
	{pattern: 'remove {package:word} {previousVersion:word} <none>', action: 'software-changed'},
	{pattern: 'purge {package:word} {previousVersion:word} <none>', action: 'software-changed'},
];

/** What programs write that change what is installed, in logs of their own. */
export const softwareRows: readonly MessageRow[] = [...dpkg, ...rpm];

/** In yum.log the outcome stands in the place of the program. */
export const softwarePrograms: readonly ProgramMessages[] = [
	...['yum', 'dnf', 'microdnf'].map((program): ProgramMessages => [program, open(rpm)]),
	...outcomes.map((outcome): ProgramMessages => [outcome, open([{pattern: '{package:word}', action: 'software-changed', result: 'success'}])]),
];
