import type {Foreign} from './foreign.ts';

/** Devices that belong together. A member is an address, a network such as `10.2.0.0/16`, or a host name; a device may be in several groups. */
export type DeviceGroup = {readonly name: Foreign; readonly members: readonly Foreign[]};

/** A site's groups of devices and its names for single ones. */
export type DeviceMap = {
	readonly groups: readonly DeviceGroup[];
	readonly titles: ReadonlyArray<{readonly device: Foreign; readonly title: Foreign}>;
	/** The file it was read from, and its text at that time. */
	readonly file?: {readonly path: Foreign; readonly text: string};
};

export const noDeviceMap: DeviceMap = {groups: [], titles: []};
