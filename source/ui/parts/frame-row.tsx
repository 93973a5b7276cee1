import {Text} from 'ink';
import type {Span} from '../../view/span.ts';
import {paint} from '../paint.ts';
import type {Theme} from '../theme.ts';

/** One row of cells, already cut and padded to its width. */
export function FrameRow({spans, theme}: {readonly spans: readonly Span[]; readonly theme: Theme}) {
	return <Text wrap='truncate'>{paint(spans, theme)}</Text>;
}
