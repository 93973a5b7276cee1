import type {Histogram} from '../../engine/engine.ts';
import {histogramColumns} from '../asking/requests.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {type Zone, type ZonedTime, zonedTime} from '../drawing/zoned-time.ts';

/** Times below the bars: at both ends, and at the quarters between them where the labels do not touch. */
export function timeAxis({zone, size: {columns}}: ViewState, {fromMicros, toMicros}: Histogram, look: Look): Span[] {
	const label = labelFor({fromMicros, toMicros}, zone);
	const at = (share: number) => label(zonedTime(fromMicros + ((toMicros - fromMicros) * share), zone));
	const labelCells = at(0).length;
	const width = histogramColumns(columns);
	const shares = [0, 0.25, 0.5, 0.75].filter(share => share === 0 || (width / 4 > labelCells && width * (1 - share) > 2 * (labelCells + 1)));
	const labels = shares.flatMap((share, index) => {
		const widthCells = Math.floor(width * (shares[index + 1] ?? 1)) - Math.floor(width * share);
		return cell(at(share), look, {role: 'quiet', widthCells: index === shares.length - 1 ? widthCells - labelCells : widthCells});
	});
	return row(look, columns, [...blank(1), ...labels, ...cell(at(1), look, {role: 'quiet'})]);
}

type Label = (time: ZonedTime) => string;

/** The part of a time that tells one quarter of the range from the next. */
function labelFor({fromMicros, toMicros}: Pick<Histogram, 'fromMicros' | 'toMicros'>, zone: Zone): Label {
	const lengthMicros = toMicros - fromMicros;
	if (lengthMicros < dayMicros) {
		return ({clock}) => lengthMicros < fineBelowMicros ? clock : clock.slice(0, 'hh:mm'.length);
	}

	if (lengthMicros < weekMicros) {
		return ({date, clock}) => `${date.slice(-'mm-dd'.length)} ${clock.slice(0, 'hh:mm'.length)}`;
	}

	const isOneYear = zonedTime(fromMicros, zone).date.slice(0, 4) === zonedTime(toMicros, zone).date.slice(0, 4);
	return ({date}) => isOneYear ? date.slice(-'mm-dd'.length) : date;
}

/** Quarters of a shorter range differ only by seconds. */
const fineBelowMicros = 600e6;

const dayMicros = 86_400e6;
const weekMicros = 7 * dayMicros;
