// Processor time of a case: by the clock a busy machine would make every case a find.

/** A case of some thousand characters takes a few milliseconds; this long means that something grows too fast. */
const TOO_LONG_MS = 1500;
export const TOO_LONG = 'takes too long';

/** Tells when it is asked whether the work since it was made took too long. */
export function stopwatch(): () => boolean {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000 > TOO_LONG_MS;
  };
}
