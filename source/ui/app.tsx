import {Box} from 'ink';
import type {Session} from '../view/session.ts';
import {FrameRow} from './parts/frame-row.tsx';
import {InputRow} from './parts/input-row.tsx';
import {type Colours, themeFor} from './theme.ts';
import {useFrame} from './use-frame.ts';

export type AppProps = {readonly session: Session; readonly colours: Colours};

/** The whole screen: one frame, one text per row. */
export function App({session, colours}: AppProps) {
	const {rows} = useFrame(session);
	const theme = themeFor(session.state().themeName, colours);
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
