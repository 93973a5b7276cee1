import type {ActionId} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {WordTable} from '../bytes/word-table.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';

/**
Nozomi's own codes of what somebody did to a controller; each is an alert all the same. Records with the changes of program and firmware were seen
(sample data of elastic/integrations, `nozomi_networks`; Ivanti's list of Nozomi's event types); the others are known by their names alone.
*/
const rows: ReadonlyArray<readonly [action: ActionId, codes: readonly string[]]> = [
	['plc-programmed', ['SIGN:PROGRAM:CHANGE', 'SIGN:PROGRAM:DOWNLOAD', 'SIGN:PROGRAM:UPLOAD']],
	['plc-operated', ['SIGN:OT_DEVICE-START', 'SIGN:OT_DEVICE-STOP', 'SIGN:OT_DEVICE-REBOOT']],
	['firmware-changed', ['SIGN:FIRMWARE-CHANGE']],
];

/** What an alert tells of a controller, by the code of its kind. */
export const controllerDeeds = new WordTable<Codes>(rows.flatMap(([action, codes]) => codes.map(code => [code, {...codesOf(action), category: categoryCode.alert}] as const)));
