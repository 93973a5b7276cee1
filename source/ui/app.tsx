import {Box} from 'ink';
import type {Session} from '../view/session.ts';
import {FrameRow} from './parts/frame-row.tsx';
import {InputRow} from './parts/input-row.tsx';
import type {Theme} from './theme.ts';
import {useFrame} from './use-frame.ts';

export type AppProps = {readonly session: Session; readonly theme: Theme};

/** The whole screen: one frame, one text per row. */
export function App({session, theme}: AppProps) {
	const {rows} = useFrame(session);
	const typed = (text: string) => {
		session.dispatch({type: 'type-text', text});
	};

	return (
		<Box flexDirection='column' height={rows.length}>
			{rows.map(({spans, input}, at) => input === undefined
				? <FrameRow key={at} spans={spans} theme={theme}/>
				: <InputRow key={at} spans={spans} input={input} theme={theme} onType={typed}/>)}
		</Box>
	);
}
