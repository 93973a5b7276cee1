import type {DeviceGroup} from '../domain/device-map.ts';
import type {Fault} from '../domain/fault.ts';
import type {SourceDescription} from '../domain/source.ts';

export type SourceOptions = {
	/** The zone of times that name none: an IANA name or an offset such as `+02:00`; UTC by default. */
	readonly zone?: string;
	/** Added to every time of the source, in milliseconds. */
	readonly clockOffsetMs?: number;
	readonly yearHint?: number;
	/** The name of the format to read every record in. */
	readonly format?: string;
};

/** Options for the sources that a pattern names; `option` is the command-line option they came from. */
export type SomeSourceOptions = {readonly pattern: string; readonly option: string; readonly options: SourceOptions};

export type OpenRequest = {
	/** Files, folders and glob patterns. */
	readonly paths: readonly string[];
	/** If false, read what is there and stop. */
	readonly isFollowing: boolean;
	/** Show the newest events of large logs at once and the older ones later; order and counts are right at every moment. */
	readonly isNewestFirst?: boolean;
	/** Read folders inside the given folders too. */
	readonly isRecursive?: boolean;
	/** Files of settings that this run was given, such as the device map: not read as logs where they lie among them. */
	readonly settingsPaths?: readonly string[];
	readonly options: SourceOptions;
	/** Overrides `options` for some sources; of several patterns that name a source the last one counts. */
	readonly perSource?: readonly SomeSourceOptions[];
	/** What a file with the user's audit layouts holds, as JSON. */
	readonly layoutsJson?: string;
	readonly deviceGroups?: readonly DeviceGroup[];
	/** The texts of files with format definitions in lnav's JSON. */
	readonly formatsText?: ReadonlyArray<{readonly name: string; readonly text: string}>;
};

/** One more file, with options of its own. */
export type FollowRequest = {readonly path: string; readonly options: SourceOptions};

export type OpenAnswer = {readonly sources: readonly SourceDescription[]; readonly faults: readonly Fault[]};
