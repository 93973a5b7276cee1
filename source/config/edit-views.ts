import {type Document, isSeq, parseDocument} from 'yaml';
import type {ViewChange} from '../query/view-change.ts';
import {parseConfig} from './config-file.ts';
import type {Reading} from './reading.ts';

/** The text of a config file with its views changed and everything else kept, comments too. */
export function withViewsChanged(file: string, text: string, change: ViewChange): Reading<string> {
	const read = parseConfig(file, text);
	if ('trouble' in read) {
		return read;
	}

	const document = parseDocument(text);
	const name = change.type === 'saved' ? change.view.name : change.name;
	const at = read.value.views.findIndex(view => view.name === name);
	if (at === -1 && change.type !== 'saved') {
		return {trouble: `there is no view '${name}' in ${file} any more`};
	}

	edit(document, at, change);
	// Long lines are not folded: somebody who opens the file may want to copy one.
	return {value: document.toString({lineWidth: 0})};
}

function edit(document: Document, at: number, change: ViewChange): void {
	switch (change.type) {
		case 'saved': {
			keep(document, at, change.view);
			return;
		}

		case 'renamed': {
			document.setIn(['views', at, 'name'], change.newName);
			return;
		}

		case 'removed': {
			document.deleteIn(['views', at]);
		}
	}
}

/** Adds a view, or changes the line of the one at `at`. */
function keep(document: Document, at: number, {name, line}: Extract<ViewChange, {type: 'saved'}>['view']): void {
	const views = document.get('views');
	if (at !== -1) {
		document.setIn(['views', at, 'query'], line);
	} else if (isSeq(views)) {
		// An emptied list is written as `[]`, and adding to that would put everything on one line.
		views.flow = false;
		views.add(document.createNode({name, query: line}));
	} else {
		document.set('views', document.createNode([{name, query: line}]));
	}
}
