import fs from 'node:fs';

/** File systems whose files have no size: the kernel makes up their bytes whenever they are read (statfs(2), proc(5)). */
const madeUpTypes: ReadonlySet<number | undefined> = new Set([
	0x9F_A0, // procfs
	0x63_67_72_70, // cgroup2
	0x64_62_67_20, // debugfs
	0x74_72_61_63, // tracefs
	0x73_63_66_73, // securityfs
]);

/** Whether an open file has no bytes of its own. Reading it as a log would never end, because it is always shorter than what was read of it. */
export const isMadeUp = (handle: number): boolean => fs.fstatSync(handle).size === 0 && madeUpTypes.has(fileSystemTypeOf(handle));

/** Asked through the descriptor: by now a rotator may have taken the name away. */
function fileSystemTypeOf(handle: number): number | undefined {
	try {
		return fs.statfsSync(`/proc/self/fd/${handle}`).type;
	} catch {
		// Without procfs there are no files of procfs either.
		return undefined;
	}
}
