import {Box} from 'ink';
import type {PaintedFrames} from './painted-frame.ts';
import {FrameRow} from './parts/frame-row.tsx';
import {InputRow} from './parts/input-row.tsx';
import {useFrame} from './use-frame.ts';

export type AppProps = {readonly frames: PaintedFrames; readonly onType: (text: string) => void};

/** The whole screen: one frame, one text per row. */
export function App({frames, onType}: AppProps) {
	const rows = useFrame(frames);
	return (
		<Box flexDirection='column' height={rows.length}>
			{rows.map(({text, input}, at) => input === undefined
				? <FrameRow key={at} text={text}/>
				: <InputRow key={at} text={text} input={input} onType={onType}/>)}
		</Box>
	);
}
