import type {DeviceMap} from '../domain/device-map.ts';
import type {ReceiptFacts} from '../export/receipt.ts';
import {noFilter, type Query} from '../query/query.ts';

/** The device map for a receipt, with the groups that the filters name, because the file may change or disappear later. */
export async function receiptMap({file, groups}: DeviceMap, {facets}: Query): Promise<ReceiptFacts['deviceMap']> {
	if (file === undefined) {
		return undefined;
	}

	const {sha256Of} = await import('../export/digesting.ts');
	const {include, exclude} = facets.group ?? noFilter;
	const named = groups.filter(({name}) => include.includes(name) || exclude.includes(name));
	return {path: file.path, sha256: sha256Of(file.text), groups: named};
}
