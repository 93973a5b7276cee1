import {exitCodes} from '../../config/exit-codes.ts';
import {lastGiven, type Given} from '../../config/options.ts';
import {parseDuration, parseRate, parseSize} from '../../config/parse-amounts.ts';
import {complaints, type Reading} from '../../config/reading.ts';
import type {Run} from '../command-line.ts';
import {open} from '../open.ts';
import type {Setting} from '../setting.ts';
import {startAppliance, type ApplianceSettings} from './appliance.ts';

/** Every demo tells the same story. */
const seed = 2026;

/** Opens a simulated appliance exactly as a real one is opened; its folder is gone afterwards, however the demo ends. */
export async function demo(run: Run, setting: Setting): Promise<number> {
	const wish = readDemoWish(run.given);
	if ('trouble' in wish) {
		setting.complain(wish.trouble);
		return exitCodes.usage.code;
	}

	const {settings, endMs} = wish.value;
	const appliance = startAppliance(settings);
	setting.beforeEnd(appliance.close);
	const signal = endMs === undefined ? undefined : AbortSignal.timeout(endMs);
	return open({...run, paths: [appliance.folder], given: {devices: [appliance.devicesPath], ...run.given, follow: ['']}, signal}, setting);
}

type DemoWish = {readonly settings: ApplianceSettings; readonly endMs: number | undefined};

function readDemoWish(given: Given): Reading<DemoWish> {
	const said = complaints();
	const rotateBytes = said.take(parseSize(lastGiven(given, 'rotate')!));
	const linesPerSecond = said.take(parseRate(lastGiven(given, 'rate')!));
	const endText = lastGiven(given, 'for');
	const endMs = endText === undefined ? undefined : said.take(parseDuration(endText));
	return said.first === undefined ? {value: {settings: {rotateBytes: rotateBytes!, linesPerSecond: linesPerSecond!, seed}, endMs}} : {trouble: said.first};
}
