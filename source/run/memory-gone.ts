export const notEnoughMemory = 'there was not enough memory to read these logs; name fewer of them, or only the newest files';

/** A thread's heap for objects can be full, which has an error code. Columns lie outside that heap, and V8 reports failing to allocate them only by its message. */
export const isMemoryGone = (reason: Error): boolean => (reason as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || reason.message === 'Array buffer allocation failed';
