import {Box, Transform} from 'ink';
import TextInput from 'ink-text-input';
import {typedCells} from '../../view/boxes/typed-text.ts';
import type {PaintedInput} from '../painted-frame.ts';
import {FrameRow} from './frame-row.tsx';
import {standingIn, withoutStandIns} from './stand-ins.ts';

export type InputRowProps = {
	readonly text: string;
	readonly input: PaintedInput;
	readonly onType: (text: string) => void;
};

/** A row with a text box in it. Text longer than the box is shifted to the left, so that its end stays in sight. */
export function InputRow({text, input: {text: typed, widthCells, edition, after}, onType}: InputRowProps) {
	const cursorCells = 1;
	const edited = (now: string) => {
		onType(withoutStandIns(now));
	};

	const textCells = typedCells(typed) + cursorCells;
	return (
		<Box height={1}>
			<Box flexShrink={0}><FrameRow text={text}/></Box>
			<Box flexShrink={0} width={widthCells} height={1} overflow='hidden'>
				<Box flexShrink={0} width={Math.max(textCells, widthCells)} marginLeft={Math.min(0, widthCells - textCells)}>
					<Transform transform={withoutStandIns}><TextInput key={edition} value={standingIn(typed)} onChange={edited}/></Transform>
				</Box>
			</Box>
			<Box flexShrink={0}><FrameRow text={after}/></Box>
		</Box>
	);
}
