/** Whether there may be more to do at once. */
export type Progress = 'more' | 'idle';
