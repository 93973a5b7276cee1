import test from 'ava';
import {fieldName} from '../../../source/view/details/field-name.ts';
import {freshState} from '../states.ts';

const {look} = freshState();

for (const [name, widthCells, shown] of [
	['status', 12, 'status'],
	['sourceCategory', 12, 'sourceCategory'],
	['initiatedBy.user.ipAddress', 14, '…ipAddress'],
	['initiatedBy.user.id', 14, '…user.id'],
	['initiatedBy.user.userPrincipalName', 14, '…PrincipalName'],
	['targetResources.0.displayName', 14, '…0.displayName'],
	['a.b.', 3, '…b.'],
	['......', 4, '…...'],
] as const) {
	test(`in ${widthCells} cells ${name} is ${shown}`, t => {
		t.is(fieldName(name, widthCells, look), shown);
	});
}
