import {newestScores, scoreTable} from '../bench/formats/score-table.ts';
import {newestStorms, stormTable} from '../bench/storm/readme-table.ts';
import {newestWireResult} from '../bench/wire/newest-result.ts';
import {wireTable} from '../bench/wire/table.ts';
import {optionRows, type OptionRow} from '../source/config/options.ts';
import {fieldNames} from '../source/format/vocabulary/field-names.ts';
import {formats} from '../source/format/formats.ts';
import {keySections} from '../source/view/keys/help-lines.ts';
import {keysOf, type Flow} from './flows.ts';

/** The parts of the README that are made from the program's own tables, by the name of their markers. */
export const readmeParts: Readonly<Record<string, () => string>> = {
	keys: keyTable,
	options: optionTable,
	formats: formatTable,
	scores: () => scoreTable(newestScores()),
	storms: () => stormTable(newestStorms()),
	wire: () => wireTable(newestWireResult()),
	fields: fieldTable,
};

/** The text with the part between `<!-- name -->` and `<!-- /name -->` replaced. */
export function withPart(text: string, name: string, part: string): string {
	const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const from = text.indexOf(open);
	const to = text.indexOf(close);
	if (from === -1 || to < from) {
		throw new Error(`README.md has no place for '${name}': the markers ${open} and ${close} are missing`);
	}

	return `${text.slice(0, from + open.length)}\n${part}\n${text.slice(to)}`;
}

/** The README's tour: what is wanted, the keys, how many, and the picture at the end. */
export function tourTable(walked: ReadonlyArray<{readonly flow: Flow; readonly presses: number}>): string {
	return table(['what is wanted', 'keys', 'presses', 'picture'], walked.map(({flow, presses}) =>
		[flow.goal, code(keysOf(flow)), String(presses), `[${flow.name}](assembly/pictures/${flow.name}.svg)`]));
}

function keyTable(): string {
	return table(['where', 'keys', 'what they do'], keySections().flatMap(({title, lines}) => lines.map(({keys, help}, at) =>
		[at === 0 ? `**${title}**` : '', keys.split(' ').map(key => code(key)).join(' '), help])));
}

function optionTable(): string {
	return table(['option', 'for', 'what it does'], optionRows.map(row => [code(`--${row.name}${valueOf(row)}`), row.commands.map(name => name === 'open' ? 'screen' : name).join(', '), row.help]));
}

const valueOf = ({value, bareValue}: OptionRow): string => {
	if (value === undefined) {
		return '';
	}

	return bareValue === undefined ? ` ${value}` : `[=${value}]`;
};

function formatTable(): string {
	return table(['format', 'what it reads'], formats.map(({name, title}) => [code(name), title]));
}

function fieldTable(): string {
	return table(['field', 'what it holds'], fieldNames.map(({name, meaning}) => [code(name), meaning]));
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`).join('\n');
}

const code = (text: string): string => `\`${text}\``;
