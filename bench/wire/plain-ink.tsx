import {readFileSync} from 'node:fs';
import process from 'node:process';
import {Box, render, Text, useInput, useWindowSize} from 'ink';
import {useEffect, useState} from 'react';

/** What one writes first: the last lines of a file in Ink, a selected one, and a line to type in. It is what Ink alone costs. */
const [file] = process.argv.slice(2);

/** Ten looks a second, as many as our own screen draws. */
const lookEveryMs = 100;

function Tail() {
	const {columns, rows} = useWindowSize();
	const [lines, setLines] = useState(lastLines());
	const [typed, setTyped] = useState('');
	const [selected, setSelected] = useState(0);
	useEffect(() => {
		const timer = setInterval(() => {
			setLines(lastLines());
		}, lookEveryMs);
		return () => {
			clearInterval(timer);
		};
	}, []);
	useInput((input, key) => {
		setSelected(before => Math.max(0, before + (key.upArrow ? 1 : 0) - (key.downArrow ? 1 : 0)));
		setTyped(before => before + input);
	});
	const shown = lines.slice(-(rows - 2));
	return (
		<Box flexDirection='column' height={rows}>
			<Text bold>{lines.length} lines</Text>
			{shown.map((line, at) => <Text key={at} wrap='truncate' inverse={at === shown.length - 1 - selected}>{line.slice(0, columns)}</Text>)}
			<Text>{typed}</Text>
		</Box>
	);
}

const lastLines = (): readonly string[] => readFileSync(file!, 'utf8').trimEnd().split('\n').slice(-1000);

render(<Tail/>, {alternateScreen: true});
