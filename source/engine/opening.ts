import type {DeviceGroup} from '../domain/device-map.ts';
import type {Fault} from '../domain/fault.ts';
import type {SourceDescription} from '../domain/source.ts';

export type SourceOptions = {
	/** IANA name or offset such as `+02:00` for times without a zone; UTC when absent. */
	readonly zone?: string;
	/** Added to every time of the source, milliseconds. */
	readonly clockOffsetMs?: number;
	readonly yearHint?: number;
	/** Name of the format to use for every record. */
	readonly format?: string;
};

/** Options for the sources that a pattern names, with the option of the command line that said so. */
export type SomeSourceOptions = {readonly pattern: string; readonly option: string; readonly options: SourceOptions};

export type OpenRequest = {
	/** Files, folders and glob patterns. */
	readonly paths: readonly string[];
	/** False: read what is there and stop. */
	readonly isFollowing: boolean;
	/** True: the newest events of a large log are there at once and the older ones come after them; order and counts are right at every moment. */
	readonly isNewestFirst?: boolean;
	/** True: folders inside the folders given are read too. */
	readonly isRecursive?: boolean;
	readonly options: SourceOptions;
	/** For some sources, over `options`; of several that name a source the last one counts. */
	readonly perSource?: readonly SomeSourceOptions[];
	/** Text of user-given audit layouts (YAML or JSON), already read from its file. */
	readonly layoutsText?: string;
	readonly deviceGroups?: readonly DeviceGroup[];
	/** Definitions of formats in lnav's JSON, each already read from its file. */
	readonly formatsText?: ReadonlyArray<{readonly name: string; readonly text: string}>;
};

/** One more file, read in its own way. */
export type FollowRequest = {readonly path: string; readonly options: SourceOptions};

export type OpenAnswer = {readonly sources: readonly SourceDescription[]; readonly faults: readonly Fault[]};
