import * as v from 'valibot';
import type {DeviceMap} from '../domain/device-map.ts';
import {foreignText} from '../domain/foreign.ts';
import {groupMember} from '../query/device-groups.ts';
import type {Reading} from './reading.ts';
import {firstTwice, readYaml} from './yaml-file.ts';

/** Reads a device map: groups with their members, and the site's names for single devices. */
export function parseDeviceMap(name: string, text: string): Reading<DeviceMap> {
	const read = readYaml({name, text, schema: fileSchema, holds});
	return 'trouble' in read ? read : {value: read.value};
}

const holds = 'a map of devices holds groups, each with name and members, and devices, each with device and title';

const filled = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'), v.transform(text => foreignText(text)));

const member = v.pipe(filled, v.check(text => groupMember(text) !== undefined, issue => `'${issue.input}' is not a network; write it like 10.2.0.0/16 or fd00::/8`));

const groupSchema = v.strictObject({name: filled, members: v.array(member, 'must be a list of addresses, networks and host names')});

const deviceSchema = v.strictObject({device: filled, title: filled});

const groupsSchema = v.pipe(
	v.array(groupSchema, 'must be a list of groups'),
	v.rawCheck(({dataset, addIssue}) => {
		const twice = dataset.typed ? firstTwice(dataset.value.map(({name}) => name)) : undefined;
		if (twice !== undefined) {
			addIssue({message: `there are two groups '${twice}'; merge them into one`});
		}
	}),
);

const devicesSchema = v.array(deviceSchema, 'must be a list of devices');

const fileSchema = v.pipe(
	v.strictObject({groups: v.optional(groupsSchema, []), devices: v.optional(devicesSchema, [])}),
	v.transform(({groups, devices}) => ({groups, titles: devices})),
);
