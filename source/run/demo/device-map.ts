import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** A site's device map. The intruder's 10.20.0.99 is in no group. */
const map = `groups:
  - name: PLCs
    members: [10.2.1.14, 10.2.1.15, 10.2.1.16]
  - name: Engineering stations
    members: [10.2.1.25, 10.2.1.40]
  - name: Field devices
    members: [10.2.1.3, 10.2.1.77, 10.2.1.78, 10.2.1.99, '00:1b:1b:aa:01:77']
  - name: Admin workstations
    members: [10.20.0.15, 10.20.0.16, 10.20.0.17]
devices:
  - device: 10.2.1.14
    title: press line PLC
`;

export type WrittenMap = {readonly folder: string; readonly path: string};

/** Writes the map into a folder of its own, because beside the logs it would be told of as left out. */
export function writeDeviceMap(): WrittenMap {
	const folder = mkdtempSync(join(tmpdir(), 'ledgerline-map-'));
	const path = join(folder, 'devices.yaml');
	writeFileSync(path, map);
	return {folder, path};
}
