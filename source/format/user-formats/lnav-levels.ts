import {severityCode} from '../../domain/severity.ts';
import {severityWords} from '../vocabulary/severity-words.ts';

/** The severity of one of lnav's levels. Its `stats` and numbered debug levels tell nothing of weight. */
export function severityOfLevel(level: string): number {
	const word = level.toLowerCase().replace(/\d$/v, '');
	const severity = (['alert', 'notice', 'info'] as const).find(each => (severityWords[each] as readonly string[]).includes(word));
	return severityCode[severity ?? 'info'];
}
