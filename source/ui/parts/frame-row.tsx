import {Text} from 'ink';
import {memo} from 'react';

/** One row of cells, already cut, padded and painted. Drawn again only when its text changes. */
export const FrameRow = memo(({text}: {readonly text: string}) => <Text wrap='truncate'>{text}</Text>);
