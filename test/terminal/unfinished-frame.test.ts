import test from 'ava';
import {blankCells} from '../../source/terminal/cells.ts';
import type {WantedPicture} from '../../source/terminal/terminal-picture.ts';
import {UnfinishedFrame} from '../../source/terminal/unfinished-frame.ts';

const wanted: WantedPicture = {cells: blankCells(4, 1), cursor: {x: 0, y: 0}, isCursorShown: false};

/** Begins frames that are each overtaken by a newer one, until one is not given up for it. Answers how many were. */
function givenUpInTurn(frame: UnfinishedFrame): number {
	for (let count = 0; count < 100; count++) {
		frame.begin(wanted);
		frame.overtake();
		frame.giveUpOvertaken();
		if (frame.picture !== undefined) {
			return count;
		}
	}

	return Infinity;
}

test('a frame is given up for a newer one three times in a row; then one is finished, and it begins anew', t => {
	const frame = new UnfinishedFrame();
	t.is(givenUpInTurn(frame), 3);
	t.is(givenUpInTurn(frame), 0);
	frame.finish();
	t.is(frame.picture, undefined);
	t.is(givenUpInTurn(frame), 3);
});

test('a frame that nothing has overtaken goes on', t => {
	const frame = new UnfinishedFrame();
	frame.begin(wanted);
	frame.giveUpOvertaken();
	t.not(frame.picture, undefined);
	frame.drop();
	t.is(frame.picture, undefined);
});

test('a frame stays as it was when it began, whatever is drawn on the screen meanwhile', t => {
	const frame = new UnfinishedFrame();
	const screen = blankCells(4, 1);
	frame.begin({...wanted, cells: screen});
	screen.glyphs[0] = 'x';
	t.is(frame.picture!.cells.glyphs[0], ' ');
});
