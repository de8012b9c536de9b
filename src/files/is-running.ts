/** True for the number of a process that is running. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and so is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // process.kill throws these
  }
}
