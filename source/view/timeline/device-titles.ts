import {deviceKey} from '../../domain/device-address.ts';
import type {DeviceMap} from '../../domain/device-map.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';

type Titles = DeviceMap['titles'];

/** A device and the site's own name for it. The log's word comes first, because that is what is copied and searched for. */
export function titledDevice(device: Foreign, titles: Titles): Foreign {
	const title = titles.length === 0 ? undefined : tableOf(titles).get(deviceKey(device));
	return title === undefined ? device : foreignText(`${device} ${title}`);
}

/** A map may name ten thousand devices and every frame looks up dozens, so each map gets one lookup table. */
const tables = new WeakMap<Titles, ReadonlyMap<string, Foreign>>();

function tableOf(titles: Titles): ReadonlyMap<string, Foreign> {
	const table = tables.get(titles) ?? new Map(titles.map(({device, title}) => [deviceKey(device), title]));
	tables.set(titles, table);
	return table;
}
