import {type AddressRange, addressRange} from '../domain/address-range.ts';
import {deviceAddress, deviceKey} from '../domain/device-address.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';

/** A member of a group: one device, or all addresses of a range. */
export type GroupMember =
	| {readonly type: 'device'; readonly key: string}
	| {readonly type: 'range'; readonly key: string; readonly mask: Mask};

/** The bits that the addresses of a range share. */
type Mask = Pick<AddressRange, 'widthBits' | 'maskBits'>;

/** Reads a member of the device map; undefined for an invalid network. */
export function groupMember(text: string): GroupMember | undefined {
	const range = addressRange(text);
	if (range !== undefined) {
		return {type: 'range', key: rangeKey(range, range.sharedBits), mask: range};
	}

	return text.includes('/') ? undefined : {type: 'device', key: deviceKey(text)};
}

/** The groups that a device belongs to, in the order of the map. Costs one lookup for the device and one per mask in use, however many groups there are. */
export function groupFinder(groups: readonly DeviceGroup[]): (device: Foreign) => readonly Foreign[] {
	const {namesByKey, masks} = tableOf(groups);
	const order = new Map(groups.map(({name}, at) => [name, at]));
	return device => {
		const names = keysOf(device, masks).flatMap(key => namesByKey.get(key) ?? []);
		return [...new Set(names)].toSorted((one, other) => order.get(one)! - order.get(other)!);
	};
}

type GroupTable = {readonly namesByKey: ReadonlyMap<string, readonly Foreign[]>; readonly masks: readonly Mask[]};

function tableOf(groups: readonly DeviceGroup[]): GroupTable {
	const namesByKey = new Map<string, Foreign[]>();
	const masks = new Map<string, Mask>();
	for (const {name, members} of groups) {
		for (const member of members.flatMap(text => groupMember(text) ?? [])) {
			const names = namesByKey.get(member.key) ?? [];
			names.push(name);
			namesByKey.set(member.key, names);
			if (member.type === 'range') {
				masks.set(`${member.mask.widthBits}/${member.mask.maskBits}`, member.mask);
			}
		}
	}

	return {namesByKey, masks: masks.values().toArray()};
}

/** All keys under which a member could contain the device. */
function keysOf(device: string, masks: readonly Mask[]): string[] {
	const address = deviceAddress(device);
	const ranges = address.type === 'ip' ? masks.filter(({widthBits}) => widthBits === address.widthBits).map(mask => rangeKey(mask, address.number & mask.maskBits)) : [];
	return [deviceKey(device), ...ranges];
}

const rangeKey = ({widthBits, maskBits}: Mask, sharedBits: bigint): string => `range/${widthBits}/${maskBits}/${sharedBits}`;
