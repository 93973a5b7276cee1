import {categoryCode} from '../../domain/category.ts';
import {bytesOf, isWordAt} from '../bytes/byte-text.ts';
import {type JsonLookup, jsonPaths} from '../json/json-lookup.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {cloudCodesOf} from './cloud-codes.ts';

/**
The tables of Microsoft Defender's advanced hunting as they are streamed: in the envelope of Azure's resource logs, where every record is called
`Publish`, and its table and its columns say what happened.
*/
const accounts = ['properties > AccountUpn', 'properties > AccountName', 'properties > AccountDisplayName'] as const;

/** Whoever ran the program that did it; the account of a record is often that which it was done to. */
export const huntingActors = ['properties > InitiatingProcessAccountUpn', 'properties > InitiatingProcessAccountName', ...accounts] as const;

/** Whoever signed in; the program that saw it is the machine's. */
export const huntingLogins = accounts;

export const huntingDevices = ['properties > IPAddress', 'properties > RemoteIP', 'properties > LocalIP', 'properties > DestinationIPAddress', 'properties > DestinationDeviceName'] as const;

const table = jsonPaths('category');
const deed = jsonPaths('properties > ActionType');

const tableHead = bytesOf('AdvancedHunting-');

const raised = codesOf('alert-raised');
const tidings: Codes = {action: 0, category: categoryCode.system};

/** Tables by how their names begin: alerts, what people did in clouds and directories, and all else, which machines did unless an action is known. */
const alertsHead = bytesOf('AdvancedHunting-Alert');
const peopleHeads = ['AdvancedHunting-CloudApp', 'AdvancedHunting-Identity'].map(head => bytesOf(head));

/** What a record of such a table is; undefined of all others. */
export function huntingCodesIn(lookup: JsonLookup, bytes: Uint8Array, result: number): Codes | undefined {
	if (!lookup.find(table) || !isWordAt(bytes, lookup.start, lookup.end, tableHead)) {
		return undefined;
	}

	const {start, end} = lookup;
	if (isWordAt(bytes, start, end, alertsHead)) {
		return raised;
	}

	const isOfPeople = peopleHeads.some(head => isWordAt(bytes, start, end, head));
	const codes = lookup.find(deed) ? cloudCodesOf(bytes, lookup.start, lookup.end, result) : tidings;
	return isOfPeople || codes.action > 0 ? codes : tidings;
}
