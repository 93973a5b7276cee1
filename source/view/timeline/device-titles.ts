import {deviceKey} from '../../domain/device-address.ts';
import type {DeviceMap} from '../../domain/device-map.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';

type Titles = DeviceMap['titles'];

/** A device, and behind it what the site calls it: the log's own word stays what is read, copied and searched for. */
export function titledDevice(device: Foreign, titles: Titles): Foreign {
	const title = titles.length === 0 ? undefined : tableOf(titles).get(deviceKey(device));
	return title === undefined ? device : foreignText(`${device} ${title}`);
}

/** A map may name ten thousand devices, and a frame asks for dozens: the table is made once for each map. */
const tables = new WeakMap<Titles, ReadonlyMap<string, Foreign>>();

function tableOf(titles: Titles): ReadonlyMap<string, Foreign> {
	const table = tables.get(titles) ?? new Map(titles.map(({device, title}) => [deviceKey(device), title]));
	tables.set(titles, table);
	return table;
}
