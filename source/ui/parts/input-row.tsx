import {Box, Transform} from 'ink';
import TextInput from 'ink-text-input';
import type {InputPlace} from '../../view/pane-line.ts';
import type {Span} from '../../view/span.ts';
import {typedCells} from '../../view/typed-text.ts';
import type {Theme} from '../theme.ts';
import {FrameRow} from './frame-row.tsx';
import {standingIn, withoutStandIns} from './stand-ins.ts';

export type InputRowProps = {
	readonly spans: readonly Span[];
	readonly input: InputPlace;
	readonly theme: Theme;
	readonly onType: (text: string) => void;
};

/** A row with a text box in it. Text longer than the box is pushed to the left, so that what is being typed stays in sight. */
export function InputRow({spans, input: {text, widthCells, edition, after}, theme, onType}: InputRowProps) {
	const cursorCells = 1;
	const edited = (now: string) => {
		onType(withoutStandIns(now));
	};

	const textCells = typedCells(text) + cursorCells;
	return (
		<Box height={1}>
			<Box flexShrink={0}><FrameRow spans={spans} theme={theme}/></Box>
			<Box flexShrink={0} width={widthCells} height={1} overflow='hidden'>
				<Box flexShrink={0} width={Math.max(textCells, widthCells)} marginLeft={Math.min(0, widthCells - textCells)}>
					<Transform transform={withoutStandIns}><TextInput key={edition} value={standingIn(text)} onChange={edited}/></Transform>
				</Box>
			</Box>
			<Box flexShrink={0}><FrameRow spans={after} theme={theme}/></Box>
		</Box>
	);
}
