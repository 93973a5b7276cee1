import type {MemoryEngine} from '../../in-memory-engine.ts';
import type {Rig, RigOptions} from '../screen-rig.tsx';

/** A golden screen: `test/screens/NAME.txt` holds its picture. */
export type Scene = {
	readonly name: string;
	/** What the picture is there to show, as the title of its test. */
	readonly shows: string;
	readonly options?: RigOptions;
	/** The simulated appliance's engine without it. */
	readonly engine?: () => MemoryEngine;
	/** What the person does, and what happens meanwhile. */
	readonly act?: (rig: Rig, engine: MemoryEngine) => Promise<void>;
};

export const ascii: RigOptions = {look: {isUnicode: false, hasColours: false}, colours: 0};
export const wide: RigOptions = {columns: 120, rows: 40};
export const widest: RigOptions = {columns: 200, rows: 60};
export const small: RigOptions = {columns: 40, rows: 10};

export const leftwards = (bars: number): string[] => Array.from({length: bars}, () => 'left');
export const upwards = (rows: number): string[] => Array.from({length: rows}, () => 'up');
export const rightwards = (bars: number): string[] => Array.from({length: bars}, () => 'right');
