import type {Errands} from '../../source/view/errands.ts';

/** Nobody does what is asked; the state waits. */
export const noErrands: Errands = {export: () => () => undefined, write: () => () => undefined, 'change-views': () => () => undefined};
