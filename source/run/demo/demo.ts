import {tmpdir} from 'node:os';
import {exitCodes} from '../../config/exit-codes.ts';
import {lastGiven, type Given} from '../../config/options.ts';
import {parseDuration, parseRate, parseSize} from '../../config/parse-amounts.ts';
import {complaints, type Reading} from '../../config/reading.ts';
import type {Run} from '../command-line.ts';
import {open} from '../open.ts';
import type {Setting} from '../setting.ts';
import {startAppliance, type Appliance, type ApplianceSettings} from './appliance.ts';

/** Every demo tells the same story. */
const seed = 2026;

/** Opens a simulated appliance just like a real one; its folder is removed however the demo ends. */
export async function demo(run: Run, setting: Setting): Promise<number> {
	const wish = readDemoWish(run.given);
	if ('trouble' in wish) {
		setting.complain(wish.trouble);
		return exitCodes.usage.code;
	}

	const {settings, endMs} = wish.value;
	const started = startedAppliance(settings);
	if ('trouble' in started) {
		setting.complain(started.trouble);
		return exitCodes.trouble.code;
	}

	const appliance = started.value;
	setting.beforeEnd(appliance.close);
	const signal = endMs === undefined ? undefined : AbortSignal.timeout(endMs);
	return open({...run, paths: [appliance.folder], given: {devices: [appliance.devicesPath], ...run.given, follow: ['']}, signal}, setting);
}

/** Starting can fail, because its logs are real files. */
function startedAppliance(settings: ApplianceSettings): Reading<Appliance> {
	try {
		return {value: startAppliance(settings)};
	} catch (error) {
		return {trouble: `the demo cannot write its logs under ${tmpdir()} (${(error as NodeJS.ErrnoException).code}); name another folder by the variable TMPDIR`};
	}
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
