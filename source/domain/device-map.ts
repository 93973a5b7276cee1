import type {Foreign} from './foreign.ts';

/** Devices that belong together. A member is an address, a network such as `10.2.0.0/16`, or a host name; a device may be in several groups. */
export type DeviceGroup = {readonly name: Foreign; readonly members: readonly Foreign[]};

/** What a site calls its devices. */
export type DeviceMap = {
	readonly groups: readonly DeviceGroup[];
	readonly titles: ReadonlyArray<{readonly device: Foreign; readonly title: Foreign}>;
	/** Where it was read, and what stood there then. */
	readonly file?: {readonly path: Foreign; readonly text: string};
};

export const noDeviceMap: DeviceMap = {groups: [], titles: []};
