import {type DeviceAddress, deviceAddress, deviceKey} from '../domain/device-address.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';

/** A member of a group: one device, or every address that begins with the same bits. */
export type GroupMember =
	| {readonly type: 'device'; readonly key: string}
	| {readonly type: 'network'; readonly key: string; readonly prefix: Prefix};

/** How many leading bits the addresses of a network share. */
type Prefix = {readonly widthBits: 32 | 128; readonly sharedBits: number};

/** Reads a member as the device map spells it; undefined for a network that is none. */
export function groupMember(text: string): GroupMember | undefined {
	const {address, bits} = /^(?<address>[^\/]+)\/(?<bits>\d{1,3})$/v.exec(text)?.groups ?? {};
	if (address === undefined) {
		return text.includes('/') ? undefined : {type: 'device', key: deviceKey(text)};
	}

	const network = deviceAddress(address);
	const sharedBits = Number(bits);
	return network.type === 'ip' && sharedBits <= network.widthBits
		? {type: 'network', key: networkKey(network, sharedBits), prefix: {widthBits: network.widthBits, sharedBits}}
		: undefined;
}

/** The groups that a device belongs to, in the order of the map. One look for the device itself and one for each length of prefix in use, however many groups there are. */
export function groupFinder(groups: readonly DeviceGroup[]): (device: Foreign) => readonly Foreign[] {
	const {namesByKey, prefixes} = tableOf(groups);
	const order = new Map(groups.map(({name}, at) => [name, at]));
	return device => {
		const names = keysOf(device, prefixes).flatMap(key => namesByKey.get(key) ?? []);
		return [...new Set(names)].toSorted((one, other) => order.get(one)! - order.get(other)!);
	};
}

type GroupTable = {readonly namesByKey: ReadonlyMap<string, readonly Foreign[]>; readonly prefixes: readonly Prefix[]};

function tableOf(groups: readonly DeviceGroup[]): GroupTable {
	const namesByKey = new Map<string, Foreign[]>();
	const prefixes = new Map<string, Prefix>();
	for (const {name, members} of groups) {
		for (const member of members.flatMap(text => groupMember(text) ?? [])) {
			const names = namesByKey.get(member.key) ?? [];
			names.push(name);
			namesByKey.set(member.key, names);
			if (member.type === 'network') {
				prefixes.set(`${member.prefix.widthBits}/${member.prefix.sharedBits}`, member.prefix);
			}
		}
	}

	return {namesByKey, prefixes: prefixes.values().toArray()};
}

/** Every key under which a member could have put the device. */
function keysOf(device: string, prefixes: readonly Prefix[]): string[] {
	const address = deviceAddress(device);
	const networks = address.type === 'ip' ? prefixes.filter(({widthBits}) => widthBits === address.widthBits).map(({sharedBits}) => networkKey(address, sharedBits)) : [];
	return [deviceKey(device), ...networks];
}

const networkKey = ({widthBits, number}: DeviceAddress & {readonly type: 'ip'}, sharedBits: number): string =>
	`network/${widthBits}/${sharedBits}/${number >> BigInt(widthBits - sharedBits)}`;
