import fs from 'node:fs';
import {pictureOfDemo} from './picture.ts';
import {readmeParts, withPart} from './readme-parts.ts';

/** Rewrites the parts of README.md that are made from the program: its tables, and pictures of the running demo. */
let text = fs.readFileSync('README.md', 'utf8');
for (const [name, part] of Object.entries(readmeParts)) {
	text = withPart(text, name, part());
}

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	// eslint-disable-next-line no-await-in-loop -- one demo at a time, so that each has the machine to itself
	text = withPart(text, `screen ${columns}x${rows}`, `\`\`\`\n${await pictureOfDemo(columns, rows)}\n\`\`\``);
}

fs.writeFileSync('README.md', text);
