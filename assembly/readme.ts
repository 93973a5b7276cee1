import fs from 'node:fs';
import {pictureOfDemo} from './picture.ts';
import {readmeParts, withPart} from './readme-parts.ts';

/** Rewrites the parts of README.md that are made from the program: its tables, and the picture of the running demo. */
let text = fs.readFileSync('README.md', 'utf8');
for (const [name, part] of Object.entries(readmeParts)) {
	text = withPart(text, name, part());
}

fs.writeFileSync('README.md', withPart(text, 'screen 80x24', `\`\`\`text\n${await pictureOfDemo()}\n\`\`\``));
