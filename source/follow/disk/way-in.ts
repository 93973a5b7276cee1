import type {Bar, Disk} from './disk.ts';

// Bits of a mode (inode(7)): to read a file or list a folder, and to go through a folder.
const readBit = 4;
const enterBit = 1;
/** A folder that may be read but not entered shows names and nothing behind them. */
const listBits = readBit | enterBit;
const ownerShift = 6;
const groupShift = 3;

/** Who is allowed what was refused to this user, as a sentence to append to another; empty if that is not the problem, or cannot be told. */
export function wayIn(disk: Disk, path: string, code: string): string {
	const bar = code === 'EACCES' ? disk.barTo(path) : undefined;
	return bar === undefined ? '' : ` ${sentenceOf(bar, path)}`;
}

function sentenceOf(bar: Bar, path: string): string {
	const isAbove = bar.path !== path;
	const bits = isAbove ? enterBit : (bar.kind === 'folder' ? listBits : readBit);
	const deed = isAbove ? `enter ${bar.path}` : (bar.kind === 'folder' ? 'list it' : 'read it');
	if (hasBits(bar, bits, 0)) {
		return `Its mode lets everybody ${deed}: an access control list or a security module (SELinux, AppArmor) does not.`;
	}

	const others = [...(hasBits(bar, bits, ownerShift) && bar.owner !== 'root' ? [bar.owner] : []), ...(hasBits(bar, bits, groupShift) ? [`group ${bar.group}`] : [])];
	return others.length === 0 ? `Only root may ${deed}: run as root.` : `Only root${others.map((who, index) => `${index === others.length - 1 ? ' and' : ','} ${who}`).join('')} may ${deed}: run as one of them.`;
}

const hasBits = ({mode}: Bar, bits: number, shift: number): boolean => ((mode >>> shift) & bits) === bits;
