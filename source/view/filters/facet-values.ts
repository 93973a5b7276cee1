import {actionTitle} from '../../domain/actions.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {SourceDescription} from '../../domain/source.ts';
import type {EventRow} from '../../engine/engine.ts';
import type {FacetField} from '../../query/query.ts';
import {shownDevice} from '../timeline/shown-device.ts';
import type {FilterColumn} from '../view-state.ts';

/** Stands for "the record gives none". */
const absent = foreignText('');

/** The value of a row's column, as the engine's facets spell it. */
export function valueIn(row: EventRow, column: Exclude<FilterColumn, 'severity'>, sources: readonly SourceDescription[]): Foreign {
	switch (column) {
		case 'action': {
			return row.action === 'none' ? absent : foreignText(row.action);
		}

		case 'device': {
			return shownDevice(row).device ?? absent;
		}

		case 'source': {
			return sources.find(({id}) => id === row.source)?.path ?? absent;
		}

		case 'type':
		case 'user':
		case 'host': {
			return row[column] ?? absent;
		}
	}
}

/** A facet's value as it is shown: titles for actions, short names for sources. */
export function valueTitle(field: FacetField, value: Foreign, sources: readonly SourceDescription[]): Foreign {
	if (value === absent) {
		return foreignText('(none)');
	}

	switch (field) {
		case 'action': {
			return foreignText(actionTitle(value));
		}

		case 'category': {
			return foreignText(value.replaceAll('-', ' '));
		}

		case 'source': {
			return sources.find(source => source.path === value)?.name ?? value;
		}

		case 'type':
		case 'user':
		case 'group':
		case 'device':
		case 'host':
		case 'result':
		case 'format': {
			return value;
		}
	}
}
