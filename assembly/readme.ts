import fs from 'node:fs';
import {pictureOfDemo, poses} from './picture.ts';
import {readmeParts, withPart} from './readme-parts.ts';

/** Rewrites the parts of README.md that are made from the program: its tables, and pictures of the running demo. */
let text = fs.readFileSync('README.md', 'utf8');
for (const [name, part] of Object.entries(readmeParts)) {
	text = withPart(text, name, part());
}

for (const pose of poses) {
	// eslint-disable-next-line no-await-in-loop -- one demo at a time, so that each has the machine to itself
	text = withPart(text, `screen ${pose.columns}x${pose.rows}`, `\`\`\`text\n${await pictureOfDemo(pose)}\n\`\`\``);
}

fs.writeFileSync('README.md', text);
